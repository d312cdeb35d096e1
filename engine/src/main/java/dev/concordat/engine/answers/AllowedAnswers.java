package dev.concordat.engine.answers;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.List;

/// Makes the answers that an operation's contract allows beside the usual one: every documented failure, and the usual
/// answer without a member that is not required, with null where that is allowed, with an empty list, with another listed
/// value, with a member that nobody knows. Each is held against the contract as a whole before it is given out.
public final class AllowedAnswers {
  /// So many are tried of one operation: each costs a call, and fresh data.
  static final int MAX_ANSWERS = 40;

  private AllowedAnswers() {}

  /// In the order of the contract and of the body; the same input gives the same answers.
  ///
  /// @param usual an undisturbed answer of the operation
  public static List<AllowedAnswer> of(
      OpenApiContract contract, HttpOperation operation, HttpResponseMessage usual, long seed) {
    var judge = new HttpJudge(contract);
    List<AllowedAnswer> answers =
        new ArrayList<>(new DocumentedErrors(judge, operation, seed).answers());
    int left = Math.max(0, MAX_ANSWERS - answers.size());
    answers.addAll(BodyVariations.of(judge, operation, usual, left));
    return List.copyOf(answers.subList(0, Math.min(answers.size(), MAX_ANSWERS)));
  }
}
