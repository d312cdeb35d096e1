package dev.concordat.registry.http;

/// One method of one pattern of paths.
///
/// @param method in upper case; `HEAD` is answered by the route of `GET`
/// @param pattern segments between slashes; `{name}` stands for any one segment that is not empty
/// @param action what it does
public record Route(String method, String pattern, Action action) {
  public static Route get(String pattern, Action action) {
    return new Route("GET", pattern, action);
  }

  public static Route post(String pattern, Action action) {
    return new Route("POST", pattern, action);
  }

  public static Route put(String pattern, Action action) {
    return new Route("PUT", pattern, action);
  }

  public static Route patch(String pattern, Action action) {
    return new Route("PATCH", pattern, action);
  }

  public static Route delete(String pattern, Action action) {
    return new Route("DELETE", pattern, action);
  }
}
