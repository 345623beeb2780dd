"""Han characters of names: those that begin Chinese and Korean names, and those that spell foreign ones."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊"
    "秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮"
    "柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏"
    "宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝朴申权南池卢徐池曺"
)
"""First characters of Chinese and Korean names."""
TRANSCRIBED = frozenset(
    "阿埃艾安昂奥巴拜班邦保鲍贝本比彼宾波伯勃博布查达戴丹德登邓迪蒂丁杜多厄恩尔法凡范菲费芬丰冯佛夫弗福盖甘冈戈格根古瓜圭哈海汉豪"
    "赫亨洪胡华霍基吉季加贾简杰捷津卡凯坎康考柯科克肯孔库夸奎坤昆拉莱兰朗劳勒雷利莉廉列林琳柳龙隆卢鲁伦罗洛吕马玛迈麦曼芒毛梅蒙米"
    "密敏缪摩莫默姆穆娜纳乃奈嫩尼涅宁纽努诺欧帕潘庞佩彭皮珀普齐奇恰乔切琴丘热荣茹儒瑞若萨塞赛桑瑟森沙莎绍舍申圣施史舒朔斯丝苏素孙"
    "索塔泰坦汤唐陶腾铁汀廷图托瓦汪旺威韦维魏温翁沃乌武伍西希锡夏肖谢欣辛休许逊雅亚扬耶伊英尤约赞泽扎詹哲珍朱卓兹宗祖佐琼珊蕾蓓薇"
    "黛妮丽露娅婕芙莲琪卜邵弥墨毕策钦阮裴崔朴尹吴特万里内顿茨什汗斐迦"
)
"""Characters with which Chinese writes foreign names by their sound."""


def transcribed(text: str) -> bool:
    """Tell whether all characters are such as Chinese writes foreign names with."""
    return TRANSCRIBED.issuperset(text)
