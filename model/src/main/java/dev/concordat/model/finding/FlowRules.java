package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *flows*: do the journeys across systems work?
public final class FlowRules {
  public static final Rule UNEXPECTED_STATUS =
      rule(
          "unexpected-status",
          "A step of a flow got another status than it expects",
          "The journey stops here. The answer may keep the contract, but it is not what the journey"
              + " needs at this point.",
          "Replay the flow and look at the exchanges that this call caused; mend the system that"
              + " answered otherwise than agreed.");

  public static final Rule UNEXPECTED_VALUE =
      rule(
          "unexpected-value",
          "A step of a flow saw another value than it expects",
          "The message is well formed and still wrong: a total, a state or a reference is not what"
              + " the earlier steps lead to.",
          "Follow the value back through the exchanges of the case to the first place where it is"
              + " wrong.");

  public static final Rule MESSAGE_MISSING =
      rule(
          "message-missing",
          "A message that a flow waits for was not published in time",
          "Subscribers never learn what happened: mails are not sent, stock is not booked, reports"
              + " are wrong.",
          "Check that the publisher sends the message on this path, to this topic, and flushes its"
              + " producer; check the field by which the flow picks it.");

  public static final Rule MESSAGE_UNEXPECTED =
      rule(
          "message-unexpected",
          "A message was published that must not be",
          "Subscribers act on something that did not happen, or act twice.",
          "Publish only after the decision is final, once per decision, also when a request is"
              + " repeated.");

  public static final Rule ROW_MISSING =
      rule(
          "row-missing",
          "A row that a flow expects is not in the database",
          "The system said that it did something, and did not keep it (or, where a flow expects no"
              + " row, did not remove it).",
          "Check that the transaction is committed on this path, and the statement's conditions.");

  public static final Rule ROW_MISMATCH =
      rule(
          "row-mismatch",
          "A row holds another value than a flow expects",
          "What is stored differs from what was sent and answered; everybody who reads the row"
              + " later is misled.",
          "Compare the statement's parameters, the column's type and the mapping with the value in"
              + " the exchange.");

  public static final Rule TOO_SLOW =
      rule(
          "too-slow",
          "A step took longer than the flow allows",
          "People and callers wait longer than agreed; callers with a time limit give up.",
          "Look at the durations of the exchanges in this case: the slowest hop that is not waiting"
              + " for another one is the place to start.");

  public static final Rule EVENT_BEFORE_COMMIT =
      rule(
          "event-before-commit",
          "A message told of a change before the change was committed",
          "A subscriber that looks it up at once finds the old state or nothing, and if the"
              + " transaction rolls back the message is a lie.",
          "Publish after the commit, or write the message to an outbox in the same transaction.");

  static final List<Rule> ALL =
      List.of(
          UNEXPECTED_STATUS,
          UNEXPECTED_VALUE,
          MESSAGE_MISSING,
          MESSAGE_UNEXPECTED,
          ROW_MISSING,
          ROW_MISMATCH,
          TOO_SLOW,
          EVENT_BEFORE_COMMIT);

  private FlowRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("flows/" + name, Proof.FLOWS, title, meaning, fix);
  }
}
