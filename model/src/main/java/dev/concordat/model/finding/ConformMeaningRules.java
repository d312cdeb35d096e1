package dev.concordat.model.finding;

import java.util.List;

/// The rules of *conform* that look at what requests do to each other: was written what was said to be written?
public final class ConformMeaningRules {
  public static final Rule WRITE_LOST =
      rule(
          "write-lost",
          "An acknowledged write is not there",
          "The answer said that it is done. Whoever reads afterwards finds the old state or nothing, and"
              + " nobody knows that something is missing.",
          "Answer with a success only after the write is committed; answer 202 where it happens"
              + " later.");

  public static final Rule WRITE_ALTERED =
      rule(
          "write-altered",
          "What was written comes back as something else",
          "A member was accepted and is read back with another value, or not at all. The writer's data"
              + " is damaged without a word.",
          "Follow the member from the request to the store and back: a mapping, a column's type or a"
              + " length is wrong. Refuse what cannot be kept.");

  public static final Rule WRONG_LOCATION =
      rule(
          "wrong-location",
          "Location does not lead to what was created",
          "RFC 9110 section 10.2.2: after 201 the header names the new resource. Clients follow it and"
              + " find nothing, or something else.",
          "Build the header from the new resource's own path, escaped, and from the public address.");

  public static final Rule NOT_LISTED =
      rule(
          "not-listed",
          "What was created is not in its collection",
          "It can be read by its id, and whoever lists the collection does not see it.",
          "Look for a filter, a join or a cache between the table and the list.");

  public static final Rule NOT_DELETED =
      rule(
          "not-deleted",
          "What was deleted is still there",
          "RFC 9110 section 9.3.5: DELETE removes the association between the address and what it"
              + " names. The client was told that it is gone.",
          "Delete it in the same transaction as the answer, and let reads respect a mark of deletion;"
              + " answer 202 where it happens later.");

  public static final Rule DELETED_LISTED =
      rule(
          "deleted-listed",
          "What was deleted is still in its collection",
          "It cannot be read any more, and the list still offers it.",
          "Let the list respect deletions: look for a cache, an index or a mark that is not asked.");

  public static final Rule FAILED_WRITE_KEPT =
      rule(
          "failed-write-kept",
          "A refused write changed something",
          "The client was told that nothing happened, and repeats it or gives up. The state is one that"
              + " nobody asked for.",
          "Check the whole request before changing anything, or do both in one transaction that is"
              + " rolled back.");

  public static final Rule PUT_NOT_IDEMPOTENT =
      rule(
          "put-not-idempotent",
          "The same PUT a second time changes the state again",
          "RFC 9110 section 9.2.2: PUT is idempotent. Clients and proxies repeat it when an answer is"
              + " lost.",
          "Set the state to what the request says; add and count nothing.");

  public static final Rule PUT_NOT_FULL =
      rule(
          "put-not-full",
          "PUT keeps what the new representation does not have",
          "RFC 9110 section 9.3.4: PUT replaces the state. A member that is left out cannot be removed,"
              + " and old values live on unseen.",
          "Replace the whole state; offer PATCH for changes in part.");

  public static final Rule EXISTING_CREATED =
      rule(
          "existing-created",
          "201 for something that existed",
          "RFC 9110 section 15.3.2: 201 says that something new was created. Clients count it as new.",
          "Answer 200 or 204 where something was replaced.");

  public static final Rule PATCH_NOT_PARTIAL =
      rule(
          "patch-not-partial",
          "PATCH changed what it did not name",
          "RFC 5789 section 2: a patch describes how to change a resource, what it does not name stays."
              + " Members vanish that other clients wrote.",
          "Tell an absent member from one that is null, and touch only those that the request has.");

  public static final Rule PATCH_NULL_KEPT =
      rule(
          "patch-null-kept",
          "null in a merge patch does not remove the member",
          "RFC 7396: null removes. The client was told that the member is gone.",
          "Tell an absent member from one that is null.");

  public static final Rule READ_CHANGES =
      rule(
          "read-changes",
          "Reading changes the state",
          "RFC 9110 section 9.2.1: GET is safe. Crawlers, prefetching and repeats change data.",
          "Take the change out of the read, or offer it as POST.");

  public static final Rule HEAD_DIFFERS =
      rule(
          "head-differs",
          "HEAD says something else than GET",
          "RFC 9110 section 9.3.2: HEAD has the status and the headers that GET would have. Caches and"
              + " clients that ask first go wrong.",
          "Let the same handler answer both, and leave the body out.");

  public static final Rule CONDITION_IGNORED =
      rule(
          "condition-ignored",
          "If-None-Match is not judged as it should be",
          "RFC 9110 section 13.1.2: a client that has the current representation is answered 304, and"
              + " one that has another is answered with it. It loads everything again, or keeps what is"
              + " outdated.",
          "Compare the header with the current entity tag before writing the body, or send no ETag.");

  public static final Rule LOST_UPDATE =
      rule(
          "lost-update",
          "A write with an outdated If-Match was accepted",
          "RFC 9110 section 13.1.1: it must not be done. Two people change the same thing, and the first"
              + " one's work is gone.",
          "Compare the header with the current entity tag in the same transaction as the write, and"
              + " answer 412.");

  public static final Rule ENTITY_TAG_STUCK =
      rule(
          "entity-tag-stuck",
          "The representation changed and its strong entity tag did not",
          "RFC 9110 section 8.8.1: a strong validator changes whenever the representation does. Caches"
              + " serve the old state and conditional writes overwrite the new one.",
          "Make the tag from the content or from a version that every write raises.");

  public static final Rule LIMIT_IGNORED =
      rule(
          "limit-ignored",
          "A page has more items than were asked for",
          "Clients ask for what they can hold and show; they get everything.",
          "Use the parameter in the query, after checking it.");

  public static final Rule PAGES_REPEAT =
      rule(
          "pages-repeat",
          "An item is on two pages",
          "Clients that walk through the pages handle it twice.",
          "Sort by something unique, and let the next page begin after the last item of this one.");

  public static final Rule PAGES_LOSE =
      rule(
          "pages-lose",
          "An item is on no page",
          "Clients that walk through the pages never see it.",
          "Sort by something unique, and let the next page begin right after the last item of this"
              + " one.");

  public static final Rule WRONG_TOTAL =
      rule(
          "wrong-total",
          "A list says that it has another number of items than it has",
          "Clients show wrong numbers, ask for pages that are not there, or stop too early.",
          "Count with the same conditions as the list.");

  public static final Rule FILTER_IGNORED =
      rule(
          "filter-ignored",
          "A list has items that its filter excludes, or lacks one that it includes",
          "Clients act on what they asked to leave out.",
          "Use the parameter in the query.");

  public static final Rule WRONG_PARENT =
      rule(
          "wrong-parent",
          "It is found under a parent to which it does not belong",
          "Checks that rest on the parent in the path, such as whose it is, are worth nothing.",
          "Look it up by both ids together.");

  public static final Rule READ_ONLY_WRITTEN =
      rule(
          "read-only-written",
          "A client set a member that is readOnly",
          "The contract says that only the provider sets it. Clients can give themselves ids, roles,"
              + " prices or dates.",
          "Copy only the members that clients may set, by name.");

  public static final Rule KEY_IGNORED =
      rule(
          "idempotency-key-ignored",
          "The same idempotency key created twice",
          "The contract offers the key so that a repeat does no harm. After a lost answer the client"
              + " repeats, and pays twice.",
          "Store the key with the answer in the same transaction, and give the answer again.");

  static final List<Rule> ALL =
      List.of(
          WRITE_LOST,
          WRITE_ALTERED,
          WRONG_LOCATION,
          NOT_LISTED,
          NOT_DELETED,
          DELETED_LISTED,
          FAILED_WRITE_KEPT,
          PUT_NOT_IDEMPOTENT,
          PUT_NOT_FULL,
          EXISTING_CREATED,
          PATCH_NOT_PARTIAL,
          PATCH_NULL_KEPT,
          READ_CHANGES,
          HEAD_DIFFERS,
          CONDITION_IGNORED,
          LOST_UPDATE,
          ENTITY_TAG_STUCK,
          LIMIT_IGNORED,
          PAGES_REPEAT,
          PAGES_LOSE,
          WRONG_TOTAL,
          FILTER_IGNORED,
          WRONG_PARENT,
          READ_ONLY_WRITTEN,
          KEY_IGNORED);

  private ConformMeaningRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("conform/" + name, Proof.CONFORM, title, meaning, fix);
  }
}
