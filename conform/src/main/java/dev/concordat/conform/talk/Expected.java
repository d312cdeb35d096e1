package dev.concordat.conform.talk;

/// The class of outcome that a request must have.
public enum Expected {
  /// A success: the contract itself shows this request.
  ACCEPTED("a success, because the contract shows this very request"),
  /// Any documented answer: the request keeps the contract, and what it names may not exist.
  ANSWERED("a documented answer"),
  /// A refusal with 4xx: the request breaks a sentence of the contract.
  REJECTED("a refusal with 4xx"),
  /// 404 or 410: what the request names does not exist.
  ABSENT("404 or 410"),
  /// 404 or 410, or what has the very id that was asked for: nobody can tell whether that exists.
  ABSENT_OR_ITSELF("404 or 410, or what has the id that was asked for"),
  /// 401, or 404 where existence is hidden: the credentials are not there or wrong.
  UNAUTHENTICATED("401"),
  /// 403 or 404: what the request names belongs to somebody else.
  FORBIDDEN("403 or 404"),
  /// 405: the path has no such method.
  METHOD_REFUSED("405"),
  /// 415: the media type of the body is not one of the contract's.
  MEDIA_TYPE_REFUSED("415, or another 4xx"),
  /// 406, or any documented answer: nothing that the client takes is documented.
  NOT_ACCEPTABLE("406, or a documented answer"),
  /// Whatever a scenario itself judges.
  JUDGED_LATER("an answer");

  private final String words;

  Expected(String words) {
    this.words = words;
  }

  /// For people: `a refusal with 4xx`.
  public String words() {
    return words;
  }
}
