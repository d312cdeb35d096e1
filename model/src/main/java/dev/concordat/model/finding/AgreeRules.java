package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *agree* for messages over HTTP: do two contracts fit, the consumer's and the provider's, or the
/// old and the new?
public final class AgreeRules {
  public static final Rule OPERATION_REMOVED =
      rule(
          "operation-removed",
          "An operation that may be called is gone",
          "Whoever calls it gets 404 or 405, or sends into the void.",
          "Keep the operation until nobody calls it: mark it deprecated with a sunset date, and"
              + " watch who still does.");

  public static final Rule PARAMETER_REFUSED =
      rule(
          "parameter-refused",
          "A parameter, request header or cookie that may be sent is refused",
          "A request that was right is turned away, because a value that the sender may send is no"
              + " longer allowed, or one that it need not send is now required.",
          "Keep taking what was taken: widen the parameter's schema, or make it optional with a"
              + " default.");

  public static final Rule BODY_REFUSED =
      rule(
          "body-refused",
          "A request body that may be sent is refused",
          "The sender's contract allows the message that is shown, and the receiver's validator"
              + " turns it away.",
          "Keep taking what was taken: make new members optional, widen what was narrowed, or offer"
              + " a new version of the operation.");

  public static final Rule SECURITY_ADDED =
      rule(
          "security-added",
          "A credential is needed that was not needed before",
          "Requests without it are answered with 401 or 403, whatever they say.",
          "Keep the old way of proving who one is as an alternative until every consumer has the"
              + " new one.");

  public static final Rule STATUS_UNEXPECTED =
      rule(
          "status-unexpected",
          "A status may be answered that the reader does not expect",
          "The reader has no code for it: success may be taken for failure, or the reason of a"
              + " failure is lost.",
          "Keep answering with the statuses that readers know, or let readers follow first.");

  public static final Rule SUCCESS_REMOVED =
      rule(
          "success-removed",
          "No success that the reader knows is left",
          "The reader waits for a status that never comes any more.",
          "Keep a documented success status that readers know.");

  public static final Rule RESPONSE_HEADER_UNEXPECTED =
      rule(
          "response-header-unexpected",
          "A response header may be absent, or say what the reader does not expect",
          "Readers follow such headers; they fail or guess where one is absent or different.",
          "Keep sending the header as it was.");

  public static final Rule RESPONSE_BODY_UNEXPECTED =
      rule(
          "response-body-unexpected",
          "A response body may come that the reader cannot take",
          "The answer that is shown keeps the sender's contract and breaks the reader's.",
          "Keep sending what was promised: do not make required members optional, nor widen types,"
              + " enums and bounds before readers follow.");

  public static final Rule NOTHING_IN_COMMON =
      rule(
          "nothing-in-common",
          "No message can satisfy both sides",
          "What the consumer needs and what the provider offers exclude one another: they cannot"
              + " work together at all.",
          "Bring the two sentences together before anything is started.");

  public static final Rule NOTHING_TO_SEND =
      rule(
          "nothing-to-send",
          "The sender's own schema allows no message",
          "What is declared contradicts itself, or every value that keeps one alternative of oneOf"
              + " keeps another. Then all messages pass, for there are none, and that proves"
              + " nothing of those that are really sent.",
          "Say anyOf where alternatives overlap, or tell them apart by a required member with a"
              + " const; mend bounds, types and enums that exclude one another.");

  public static final Rule CONTRACT_REMOVED =
      rule(
          "contract-removed",
          "A whole contract is gone",
          "Whatever it promised is no longer promised by any file that was compared.",
          "Keep the contract, or compare with the folder or file that it moved to.");

  public static final Rule NOT_COMPARED =
      rule(
          "not-compared",
          "A sentence of a contract could not be read, so it was not compared",
          "What it would say is not known: the comparison says nothing of it, and nothing that is"
              + " not known counts as holding.",
          "Mend the sentence, as `concordat lint` tells; a sentence that is broken in the same way"
              + " in both contracts is only mentioned.");

  public static final Rule MEANING_CHANGED =
      rule(
          "meaning-changed",
          "The same message means something else",
          "Every message still passes, and is understood differently: another default, unit or"
              + " format.",
          "Give the changed member a new name, or tell every consumer.");

  public static final Rule CLIENT_CODE_CHANGED =
      rule(
          "client-code-changed",
          "Code generated from the contract changes",
          "Messages stay the same, but names in generated clients do not: callers no longer"
              + " compile.",
          "Keep operationIds and names of types, or release the clients together with the change.");

  public static final Rule LIFECYCLE_BROKEN =
      rule(
          "lifecycle-broken",
          "A promise about the contract's life is not kept",
          "Deprecation, sunset, stability and version numbers tell consumers how long they can rely"
              + " on something.",
          "Announce the end before it comes: `deprecated`, then a sunset date far enough away, then"
              + " removal.");

  public static final Rule CHANGED_SAFELY =
      rule(
          "changed-safely",
          "A change that is proved to break nobody",
          "Every message that may be sent is still taken, and every answer still expected.",
          "There is nothing to do.");

  static final List<Rule> ALL =
      List.of(
          OPERATION_REMOVED,
          PARAMETER_REFUSED,
          BODY_REFUSED,
          SECURITY_ADDED,
          STATUS_UNEXPECTED,
          SUCCESS_REMOVED,
          RESPONSE_HEADER_UNEXPECTED,
          RESPONSE_BODY_UNEXPECTED,
          NOTHING_IN_COMMON,
          NOTHING_TO_SEND,
          CONTRACT_REMOVED,
          NOT_COMPARED,
          MEANING_CHANGED,
          CLIENT_CODE_CHANGED,
          LIFECYCLE_BROKEN,
          CHANGED_SAFELY);

  private AgreeRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("agree/" + name, Proof.AGREE, title, meaning, fix);
  }
}
