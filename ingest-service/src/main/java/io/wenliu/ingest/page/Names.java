package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Personal names as bylines give them: `高文`, `高 文`, `欧阳 修`, `卡洛斯·阿尔卡拉斯`.
final class Names {
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
          + "卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
          + "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍"
          + "涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
          + "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官"
          + "封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴"
          + "丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕"
          + "危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由";
  private static final Set<String> COMPOUND =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "令狐", "慕容", "东方", "夏侯", "司徒", "长孙", "宇文", "端木",
          "百里", "南宫", "轩辕", "独孤", "完颜", "呼延", "申屠", "澹台", "拓跋", "司空", "闻人", "赫连", "鲜于", "太史", "濮阳",
          "西门", "公冶", "第五", "钟离", "淳于", "单于");

  /// Words of a page that would pass for names.
  private static final Set<String> NEVER =
      Set.of(
          "文化", "国际", "国内", "经济", "理论", "时评", "时政", "时事", "关注", "连载", "党建", "党史", "安全", "平安", "乐活",
          "文娱", "文艺", "文史", "文旅", "文苑", "农业", "农村", "农民", "时尚", "高端", "万象", "华人", "华夏", "商业", "商务",
          "金融", "金融界", "民生", "全国", "国防", "国家", "应急", "应用", "司法", "法治", "教育", "解读", "向上", "向前", "任务",
          "成果", "成就", "高质量", "全媒体", "车市", "房产", "路透社", "美联社", "法新社", "新华社", "中新社", "本报", "阳光", "游记",
          "花絮", "古今", "明天", "明日", "时间", "方法", "方向", "白皮书", "马上办", "温度", "平台", "管理", "关键", "关于",
          "关系", "关爱", "路径", "支持", "支撑", "干部", "公告", "公示", "启事", "声明", "相关链接", "元旦", "云平台", "强国",
          "富民", "都市", "都市报", "海外", "海洋", "石油", "钱包", "成长", "成绩", "常态", "常委", "连线", "童心", "封面", "简讯",
          "简报", "综述", "花样");

  private static final int LONGEST = 80;

  private Names() {}

  /// The names in a line that holds nothing else; empty if there is anything else.
  ///
  /// Given and family names may be parted by a space, names by spaces, `、` or commas.
  static List<String> parseAll(String text) {
    if (text.length() > LONGEST || text.isEmpty() || !mayBegin(text)) {
      return List.of();
    }
    List<String> tokens = tokens(text);
    List<String> names = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      String token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      if (isSurname(token)
          && !next.isEmpty()
          && next.length() <= 2
          && isHan(next)
          && (next.length() == 1 || !isName(next))) {
        names.add(token + next);
        i += 2;
      } else if (isName(token)) {
        names.add(token);
        i++;
      } else {
        return List.of();
      }
    }
    return names;
  }

  /// Two to four characters of which the first is a surname, or a foreign name with a point.
  static boolean isName(String token) {
    if (token.indexOf('·') > 0 && token.indexOf('·') < token.length() - 1 && token.length() <= 24) {
      return isHan(token.replace("·", ""))
          || token.chars().allMatch(c -> c == '·' || (c < 0x250 && Character.isLetter(c)));
    }
    if (token.length() < 2 || token.length() > 4 || !isHan(token) || NEVER.contains(token)) {
      return false;
    }
    if (COMPOUND.contains(token.substring(0, 2))) {
      return token.length() >= 3;
    }
    return (token.length() <= 3 && SURNAMES.indexOf(token.charAt(0)) >= 0)
        || (token.length() == 4
            && SURNAMES.indexOf(token.charAt(0)) >= 0
            && SURNAMES.indexOf(token.charAt(1)) >= 0);
  }

  /// Nearly all lines are ruled out by their first character or their first comma.
  private static boolean mayBegin(String text) {
    char c = text.charAt(0);
    return SURNAMES.indexOf(c) >= 0
        || text.indexOf('·') > 0
        || (text.length() > 2 && COMPOUND.contains(text.substring(0, 2)));
  }

  private static boolean isSurname(String token) {
    return (token.length() == 1 && SURNAMES.indexOf(token.charAt(0)) >= 0)
        || COMPOUND.contains(token);
  }

  private static boolean isHan(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> Spacing.isHan((char) c));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Spacing.isSpace(c)
          || c == '、'
          || c == '，'
          || c == ','
          || c == '/'
          || c == '／'
          || c == ';'
          || c == '；') {
        if (!token.isEmpty()) {
          tokens.add(token.toString());
          token.setLength(0);
        }
      } else {
        token.append(c);
      }
    }
    return tokens;
  }
}
