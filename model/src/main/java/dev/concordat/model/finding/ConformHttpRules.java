package dev.concordat.model.finding;

import java.util.List;

/// The rules of *conform* that rest on what HTTP itself says: statuses, methods, headers, time.
public final class ConformHttpRules {
  public static final Rule LEAKED_INTERNALS =
      rule(
          "leaked-internals",
          "An error answer shows the provider's internals",
          "Stack traces, SQL and file paths tell an attacker what runs inside and where it breaks, and"
              + " tell consumers nothing that they can use.",
          "Answer errors from one handler that writes the documented error format, and log the"
              + " details instead.");

  public static final Rule ABSENT_ANSWERED =
      rule(
          "absent-answered",
          "What does not exist was answered with a success",
          "A consumer that asks for an unknown id is told that it exists, and goes on with an empty or"
              + " foreign object.",
          "Answer 404 (or 410 for what was there once) where the lookup finds nothing.");

  public static final Rule UNDOCUMENTED_METHOD =
      rule(
          "undocumented-method",
          "A method that the contract does not have succeeded",
          "There is a way in that the contract does not show, so nobody protects, tests or counts on"
              + " it (WFC 210).",
          "Refuse the method with 405, or document it.");

  public static final Rule MISSING_ALLOW =
      rule(
          "missing-allow",
          "405 does not say which methods are allowed",
          "RFC 9110 section 15.5.6: a 405 must have an Allow header. Clients and gateways use it to"
              + " find out what they may do.",
          "Send `Allow` with the methods that the path has.");

  public static final Rule WRONG_ALLOW =
      rule(
          "wrong-allow",
          "The Allow header contradicts the answer or the contract",
          "A client that believes the header sends a method that is refused, or leaves out one that"
              + " works.",
          "List exactly the methods of the path.");

  public static final Rule MISSING_CHALLENGE =
      rule(
          "missing-challenge",
          "401 does not say how to authenticate",
          "RFC 9110 section 15.5.2: a 401 must have a WWW-Authenticate header with at least one"
              + " challenge. Without it, standard clients cannot log in by themselves.",
          "Send `WWW-Authenticate` with the scheme, such as `Bearer`.");

  public static final Rule BODY_NOT_ALLOWED =
      rule(
          "body-not-allowed",
          "An answer has a body where HTTP allows none",
          "Answers with 204, 205 and 304, and answers to HEAD, have no body (RFC 9110 sections 9.3.2,"
              + " 15.3.5, 15.4.5). On a kept connection its bytes are read as the next answer.",
          "Leave the body out, or answer 200 with it.");

  public static final Rule MISUSED_STATUS =
      rule(
          "misused-status",
          "A status says something that cannot be true here",
          "Clients act on the status: they log in again, wait, follow, or give up. A status that does"
              + " not fit what was asked sends them the wrong way.",
          "Use the status whose meaning in RFC 9110 section 15 is what happened.");

  public static final Rule NOT_PROTECTED =
      rule(
          "not-protected",
          "An operation that needs credentials answered without them",
          "The contract says that this is protected. Anybody who can reach the provider gets in.",
          "Check credentials before anything else on this path, and answer 401.");

  public static final Rule FOREIGN_OBJECT =
      rule(
          "foreign-object",
          "A user reached what belongs to another one",
          "Whoever guesses or learns an id reads or changes other people's data.",
          "Look objects up by id and owner together, and answer 404 (or 403) otherwise.");

  public static final Rule SLOW_ANSWER =
      rule(
          "slow-answer",
          "An answer took longer than the budget",
          "Consumers wait, hold connections and threads, and time out.",
          "Replay the case and profile it: look for missing indexes, calls in loops, and work that"
              + " could be done later.");

  public static final Rule FLAKY_ANSWER =
      rule(
          "flaky-answer",
          "The same requests are answered rightly at one time and wrongly at another",
          "Something that the requests do not decide is at work: a race, a pool that runs dry, one of"
              + " several instances, the clock. Consumers see it as a failure that nobody can repeat.",
          "Send the requests of the finding again and again, and look for what differs between the"
              + " times: instances, threads, connections, caches, data of other requests.");

  static final List<Rule> ALL =
      List.of(
          LEAKED_INTERNALS,
          ABSENT_ANSWERED,
          UNDOCUMENTED_METHOD,
          MISSING_ALLOW,
          WRONG_ALLOW,
          MISSING_CHALLENGE,
          BODY_NOT_ALLOWED,
          MISUSED_STATUS,
          NOT_PROTECTED,
          FOREIGN_OBJECT,
          SLOW_ANSWER,
          FLAKY_ANSWER);

  private ConformHttpRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("conform/" + name, Proof.CONFORM, title, meaning, fix);
  }
}
