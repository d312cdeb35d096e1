package dev.concordat.conform.check;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import java.util.List;

/// Refusals that HTTP asks for and the contract has no word for: no provider can both refuse and keep such a contract, so it is
/// the contract that lacks a sentence, and not the provider that breaks one.
final class UnspokenRefusals {
  private static final List<Integer> INVALID = List.of(400, 422);
  private static final List<Integer> MEDIA_TYPE = List.of(415, 400, 422);
  private static final List<Integer> FORBIDDEN = List.of(403, 404);
  private static final List<Integer> ABSENT = List.of(404, 410);
  private static final List<Integer> UNKNOWN_CALLER = List.of(401, 403);
  private static final List<Integer> NOT_ACCEPTABLE = List.of(406);
  private static final int PRECONDITION_FAILED = 412;
  private static final List<Integer> CONDITION = List.of(PRECONDITION_FAILED);

  /// Header fields that ask for 412 where what they say does not hold (RFC 9110 section 13.1).
  private static final List<String> CONDITIONS =
      List.of("If-Match", "If-None-Match", "If-Unmodified-Since");

  private UnspokenRefusals() {}

  /// Whether the answer's status is one of those that this request must be refused with, and the operation documents none of
  /// them, neither by itself nor by a range or `default`.
  static boolean holds(Exchange exchange) {
    int status = exchange.status();
    HttpOperation operation = exchange.trial().operation();
    List<Integer> words = words(exchange);
    return words.contains(status)
        && words.stream().allMatch(word -> operation.response(word).isEmpty());
  }

  private static List<Integer> words(Exchange exchange) {
    int status = exchange.status();
    if (status == PRECONDITION_FAILED && isConditional(exchange)) {
      return CONDITION;
    }
    boolean isAbsent = ABSENT.contains(status);
    List<Integer> invalid = status == 415 ? MEDIA_TYPE : INVALID;
    return switch (exchange.trial().expected()) {
      case REJECTED, MEDIA_TYPE_REFUSED -> invalid;
      case ACCEPTED -> ABSENT;
      // An id that cannot be one may be refused as such.
      case ABSENT, ABSENT_OR_ITSELF -> isAbsent ? ABSENT : invalid;
      // A request that is unusual on purpose may be refused, or name what is not there.
      case ANSWERED ->
          isAbsent ? ABSENT : exchange.trial().deviation().isPresent() ? invalid : List.of();
      case UNAUTHENTICATED -> UNKNOWN_CALLER;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_ACCEPTABLE -> isAbsent ? ABSENT : NOT_ACCEPTABLE;
      case METHOD_REFUSED -> List.of();
      case JUDGED_LATER ->
          isAbsent ? ABSENT : UNKNOWN_CALLER.contains(status) ? UNKNOWN_CALLER : invalid;
    };
  }

  /// Whether a condition was made up from the contract. What a scenario sends it has read before, and knows whether it holds.
  private static boolean isConditional(Exchange exchange) {
    boolean isMadeUp =
        switch (exchange.trial().expected()) {
          case ACCEPTED, ANSWERED -> true;
          case REJECTED, MEDIA_TYPE_REFUSED, METHOD_REFUSED, NOT_ACCEPTABLE -> false;
          case ABSENT, ABSENT_OR_ITSELF, UNAUTHENTICATED, FORBIDDEN, JUDGED_LATER -> false;
        };
    return isMadeUp
        && CONDITIONS.stream().anyMatch(name -> exchange.sent().header(name).isPresent());
  }
}
