package dev.concordat.cases;

/// What must come of a request.
public enum Outcome {
  /// A success: the contract shows this very request.
  ACCEPTED,
  /// Any documented answer: the request keeps the contract, or breaks it in a way that a reader may forgive.
  ANSWERED,
  /// A client error (4xx): the request breaks a sentence of the contract.
  REJECTED,
  /// 415 or another client error: the body's media type is none of the contract's.
  MEDIA_TYPE_REFUSED,
  /// 405: the path has no such method.
  METHOD_REFUSED,
  /// 406 or a documented answer: nothing that the client takes is documented.
  NOT_ACCEPTABLE
}
