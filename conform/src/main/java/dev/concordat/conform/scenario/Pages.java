package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Walks through a list in small pages and compares them with the whole.
final class Pages implements Scenario {
  /// As many as make three pages of more than one item.
  private static final int WANTED = 5;

  private static final int MAX_PAGES = 6;

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public int requests() {
    return 16;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.LIST).isPresent() && Paging.of(operation).limit().isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<List<String>> above = new Maker(walk).above(resource, Identity.FIRST);
    if (above.isEmpty()) {
      return;
    }
    var steps = new Steps(walk, operation, resource, above.get(), Paging.of(operation));
    Optional<Exchange> whole = steps.whole();
    whole.ifPresent(steps::pages);
  }

  private record Steps(
      Walk walk, HttpOperation list, Resource resource, List<String> above, Paging paging) {

    /// The list on one page, with enough in it; more is made where that can be.
    Optional<Exchange> whole() {
      Exchange exchange = walk.list(list, above, "read the whole list");
      int many = ids(exchange).size();
      if (!walk.isDone(exchange) || paging.mayHaveMore(exchange, many, many)) {
        return Optional.empty();
      }
      if (many >= WANTED) {
        return Optional.of(exchange);
      }
      if (!resource.has(Role.CREATE)) {
        return Optional.empty();
      }
      for (int i = many; i < WANTED; i++) {
        if (new Maker(walk).makeBelow(resource, above, Identity.FIRST).isEmpty()) {
          return Optional.empty();
        }
      }
      Exchange again = walk.list(list, above, "read the whole list");
      int now = ids(again).size();
      return now >= WANTED && walk.isDone(again) && !paging.mayHaveMore(again, now, now)
          ? Optional.of(again)
          : Optional.empty();
    }

    /// The ids of the items, as far as they show them.
    private List<String> ids(Exchange exchange) {
      return Listing.items(walk, exchange, resource).orElse(List.of()).stream()
          .flatMap(item -> ItemIds.in(item, resource).stream())
          .map(JsonValue::toString)
          .toList();
    }

    void pages(Exchange whole) {
      List<String> all = ids(whole);
      if (new HashSet<>(all).size() != all.size() || wrongTotal(whole, all.size())) {
        return;
      }
      int size = Math.max(2, (all.size() + 2) / 3);
      Map<String, JsonValue> limit = paging.of(size);
      if (limit.isEmpty() || size * MAX_PAGES < all.size()) {
        return;
      }
      List<Exchange> story = new ArrayList<>(List.of(whole));
      Set<String> seen = new HashSet<>();
      int passed = 0;
      int first = 0;
      for (int page = 0; page < MAX_PAGES; page++) {
        Map<String, JsonValue> extra = new LinkedHashMap<>(limit);
        extra.putAll(page == 0 ? Map.of() : paging.from(passed, page + first));
        Exchange exchange = walk.list(list, above, extra, "read page " + (page + 1));
        story.add(exchange);
        List<String> ids = ids(exchange);
        if (!walk.isDone(exchange) || hasTooMany(exchange, ids, size, story)) {
          return;
        }
        if (!paging.canTurn()) {
          return;
        }
        if (page == 1 && first == 0 && paging.mayCountFromOne() && seen.equals(Set.copyOf(ids))) {
          // The first page was the page 1: the contract leaves open from where pages are counted.
          first = 1;
          page = 0;
          continue;
        }
        Optional<String> twice = ids.stream().filter(id -> !seen.add(id)).findFirst();
        if (twice.isPresent()) {
          tell(ConformMeaningRules.PAGES_REPEAT, twice.get() + " is on two pages", story);
          return;
        }
        passed += ids.size();
        if (ids.size() < size) {
          break;
        }
      }
      Optional<String> lost = all.stream().filter(id -> !seen.contains(id)).findFirst();
      lost.ifPresent(
          id ->
              tell(
                  ConformMeaningRules.PAGES_LOSE,
                  id + " is in the whole list and on no page of " + size,
                  story));
    }

    private boolean wrongTotal(Exchange whole, int many) {
      Optional<Long> total = Paging.total(whole).filter(said -> said != many);
      total.ifPresent(
          said ->
              walk.suspect(
                  ConformMeaningRules.WRONG_TOTAL,
                  Certainty.GUESS,
                  list,
                  "body",
                  "",
                  "the list says that there are " + said + ", and shows " + many,
                  "A total counts what the list has.",
                  Optional.of(new Comparison(Long.toString(many), Long.toString(said))),
                  List.of(whole),
                  List.of()));
      return total.isPresent();
    }

    private boolean hasTooMany(
        Exchange exchange, List<String> ids, int size, List<Exchange> story) {
      if (ids.size() <= size) {
        return false;
      }
      tell(
          ConformMeaningRules.LIMIT_IGNORED,
          "a page of " + size + " has " + ids.size() + " items",
          List.of(story.getFirst(), exchange));
      return true;
    }

    private void tell(Rule rule, String message, List<Exchange> story) {
      walk.suspect(
          rule,
          Certainty.GUESS,
          list,
          "body",
          "",
          message,
          "The names of the parameters say that the list is read in pages, each item once.",
          Optional.empty(),
          story,
          List.of());
    }
  }
}
