package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *agree* for what a consumer says it needs: pacts, stubs, recorded traffic.
public final class AgreeNeedRules {
  public static final Rule OPERATION_UNKNOWN =
      rule(
          "operation-unknown",
          "The consumer calls an operation that the provider does not offer",
          "No operation of the provider's contract has this method and path, or this name: whoever"
              + " calls it gets 404 or 405, or waits for a message that never comes.",
          "Correct the consumer's call, or let the provider offer and document the operation.");

  public static final Rule CREDENTIAL_MISSING =
      rule(
          "credential-missing",
          "The consumer sends no credential that the provider asks for",
          "The provider's contract wants to know who calls; the request as the consumer wrote it"
              + " down is answered with 401 or 403.",
          "Let the consumer's test send the credential, with a value that is no secret.");

  public static final Rule UNSPOKEN =
      rule(
          "unspoken",
          "The consumer uses what the provider's contract does not speak of",
          "A header, parameter, body or status stands in the consumer's contract and not in the"
              + " provider's. It may work today; nobody has promised it.",
          "Document it in the provider's contract, or leave it out of the consumer's.");

  public static final Rule COMPARED_BY_EXAMPLE =
      rule(
          "compared-by-example",
          "A part was compared by its example only",
          "Whether other values of it fit as well could not be decided.",
          "Nothing, as long as the example is typical; else write the body in a format with a"
              + " schema.");

  public static final Rule NOT_COMPARED =
      rule(
          "need-not-compared",
          "Something that the consumer needs was not compared",
          "The provider's contract is of a kind that does not speak of it, or the consumer's"
              + " contract has it in a form that is not known.",
          "Compare it with the contract that speaks of it: messages with AsyncAPI, calls with"
              + " OpenAPI.");

  public static final Rule NEED_MET =
      rule(
          "need-met",
          "The provider's contract has what the consumer needs",
          "Which of several messages meets the need is told, so that nobody relies on the wrong"
              + " one.",
          "There is nothing to do.");

  public static final Rule REFERENCE_MISSING =
      rule(
          "reference-missing",
          "The consumer's contract does not say which operation it means",
          "A message has no address of its own: without the operation's name it cannot be compared"
              + " with the provider's contract.",
          "Name the operation in the interaction's comments: `references: {AsyncAPI: {operationId:"
              + " …}}`.");

  static final List<Rule> ALL =
      List.of(
          OPERATION_UNKNOWN,
          CREDENTIAL_MISSING,
          UNSPOKEN,
          COMPARED_BY_EXAMPLE,
          NOT_COMPARED,
          NEED_MET,
          REFERENCE_MISSING);

  private AgreeNeedRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("agree/" + name, Proof.AGREE, title, meaning, fix);
  }
}
