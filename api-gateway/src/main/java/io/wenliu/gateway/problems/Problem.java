package io.wenliu.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Everything the gateway itself refuses or fails with. Problems of the services pass through
/// untouched.
public enum Problem {
  /// The request cannot be read as HTTP.
  BAD_REQUEST(
      HttpStatus.BAD_REQUEST,
      "请求无法读懂",
      "The request cannot be read",
      "请求行、参数或请求头有误。公开接口见 /openapi.json。",
      "The request line, a parameter or a header is malformed. /openapi.json describes the API."),

  /// A page of another site tries to change something here.
  CROSS_SITE(
      HttpStatus.FORBIDDEN,
      "拒绝来自其他网站的写入",
      "Writes from another site are refused",
      "浏览器说明这个请求出自别的网站的页面。请在本站页面上操作，或用程序直接调用接口。",
      "The browser says that a page of another site made this request. Use this site's own pages,"
          + " or call the API from a program."),

  /// Nobody has said who they are.
  WHO_ARE_YOU(
      HttpStatus.UNAUTHORIZED,
      "请出示密钥",
      "A key is needed",
      "请在请求头 X-Api-Key 中给出密钥，或在页面上登录。密钥由运维发放。",
      "Give an API key in the header X-Api-Key, or sign in on the page. Operators give out keys."),

  /// A key or a token that is good no more, or never was.
  UNKNOWN_CALLER(
      HttpStatus.UNAUTHORIZED,
      "密钥无效",
      "The key is not valid",
      "这个密钥或令牌不存在、已停用或已过期。请核对有没有抄全；仍不行，请找运维换发。",
      "This key or token does not exist, was taken back or has expired. Check that all of it was"
          + " copied; else ask the operators for another."),

  /// The identity provider does not answer.
  IDENTITY_AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "暂时无法核验令牌",
      "Tokens cannot be checked now",
      "身份服务没有应答。请稍后重试。",
      "The identity provider does not answer. Try again shortly."),

  /// Somebody known asks for what their role does not have. Takes the caller's name.
  NOT_YOURS(
      HttpStatus.FORBIDDEN,
      "没有这个权限",
      "Not permitted",
      "%s 的角色不包括这项操作。需要的角色见 /openapi.json。",
      "The roles of %s do not include this. /openapi.json says which role each operation needs."),

  /// An open gateway is called by a name that is not this machine's. Takes the name.
  OPEN_BY_ITS_OWN_NAME(
      HttpStatus.FORBIDDEN,
      "未设密钥的网关只供本机使用",
      "Without keys the gateway is for its own machine",
      "请求用的主机名是“%s”。请用 127.0.0.1 访问；要让别人使用，请运维设置密钥，或把主机名加入" + " wenliu.gateway.access.open-hosts。",
      "It was called by the host name '%s'. Use 127.0.0.1; to let others in, configure keys, or add"
          + " the name to wenliu.gateway.access.open-hosts."),

  /// A caller asks more often than is allowed. Takes the seconds to wait.
  TOO_MANY(
      HttpStatus.TOO_MANY_REQUESTS,
      "请求过于频繁",
      "Too many requests",
      "请过 %d 秒再试。需要更高的频率，请找运维调整这个密钥的上限。",
      "Try again in %d s. Operators can raise this key's limit."),

  /// Nothing is served there.
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "没有这个地址",
      "No such address",
      "公开接口见 /openapi.json，页面从 / 开始。",
      "/openapi.json describes the API; the pages start at /."),

  /// The address is right, the method is not. Takes the allowed methods.
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "这个地址不接受该方法",
      "This address does not take that method",
      "可用的方法：%s。",
      "Methods it takes: %s."),

  /// Takes the limit as people write it.
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "内容太大",
      "The content is too large",
      "一次最多 %s。请拆成几次提交，或通过 Kafka 以引用方式提交。",
      "At most %s at a time. Submit it in parts, or by reference through Kafka."),

  /// Takes the service's name.
  SERVICE_AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "服务暂时不可用",
      "A service is away",
      "%1$s 没有应答。已经收下的文档不会丢失。请稍后重试；仍不行，请运维检查 %1$s 是否在运行、网关中它的地址是否正确。",
      "%1$s does not answer. Nothing that was accepted is lost. Try again shortly; if it stays away,"
          + " check that %1$s is running and that the gateway has its right address."),

  /// Takes the service's name and the seconds waited.
  SERVICE_SLOW(
      HttpStatus.GATEWAY_TIMEOUT,
      "等待超时",
      "The answer took too long",
      "%1$s 在 %2$d 秒内没有答完。请缩小查询范围后重试；若一再发生，请运维查看 %1$s 的负载。",
      "%1$s did not finish within %2$d seconds. Narrow the request and try again; if it keeps"
          + " happening, look at the load of %1$s."),

  /// A fault of ours.
  UNEXPECTED(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "网关出错",
      "The gateway failed",
      "这不是您的错。请重试；若一再发生，请把时间告诉运维，日志里有详情。",
      "This is not your fault. Try again; if it keeps happening, tell the operators the time, the"
          + " log has the details.");

  private final HttpStatus status;
  private final String chineseTitle;
  private final String englishTitle;
  private final String chineseDetail;
  private final String englishDetail;

  Problem(
      HttpStatus status,
      String chineseTitle,
      String englishTitle,
      String chineseDetail,
      String englishDetail) {
    this.status = status;
    this.chineseTitle = chineseTitle;
    this.englishTitle = englishTitle;
    this.chineseDetail = chineseDetail;
    this.englishDetail = englishDetail;
  }

  /// The problem in the language the request asks for.
  ///
  /// @param arguments as the constant says
  public ProblemDetail describe(HttpServletRequest request, Object... arguments) {
    boolean english = Language.of(request) == Language.ENGLISH;
    String detail = english ? englishDetail : chineseDetail;
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, String.format(Locale.ROOT, detail, arguments));
    problem.setTitle(english ? englishTitle : chineseTitle);
    problem.setType(
        URI.create("urn:wenliu:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
    problem.setInstance(URI.create(request.getRequestURI()));
    return problem;
  }
}
