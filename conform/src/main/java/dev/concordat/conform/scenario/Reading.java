package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Reads a thing twice, and asks for its headers.
final class Reading implements Scenario {
  private static final List<String> COMPARED = List.of("ETag", "Content-Type", "Last-Modified");

  @Override
  public String name() {
    return "read-twice";
  }

  @Override
  public int requests() {
    return 7;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.READ).filter(Site::canLive).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    if (made.isEmpty()) {
      return;
    }
    Instance instance = made.get().instance();
    Exchange first = walk.read(instance, "read it");
    Optional<JsonObject> before = walk.shown(first);
    if (before.isEmpty()) {
      return;
    }
    Exchange second = walk.read(instance, "read it again");
    if (isChanged(walk, operation, made.get(), before.get(), first, second)) {
      return;
    }
    head(walk, operation, made.get(), second);
  }

  private static boolean isChanged(
      Walk walk,
      HttpOperation read,
      Made made,
      JsonObject before,
      Exchange first,
      Exchange second) {
    List<String> changed =
        walk.shown(second)
            .map(after -> new State(made.instance().resource()).differences(before, after))
            .orElse(List.of());
    if (changed.isEmpty() && !Walk.isGone(second)) {
      return !walk.isDone(second);
    }
    String what =
        changed.isEmpty()
            ? "it was there, was only read, and is gone"
            : changed.getFirst()
                + " was "
                + Written.text(before.member(changed.getFirst()))
                + " and is "
                + Written.text(
                    walk.shown(second).flatMap(after -> after.member(changed.getFirst())))
                + " after nothing but a GET";
    walk.suspect(
        ConformMeaningRules.READ_CHANGES,
        Certainty.HTTP,
        read,
        "body",
        what,
        "RFC 9110 section 9.2.1: GET is safe, it changes nothing.",
        made.exchange(),
        first,
        second);
    return true;
  }

  /// HEAD must say what GET says; a provider that has no HEAD says so with an error.
  private static void head(Walk walk, HttpOperation read, Made made, Exchange get) {
    HttpRequestMessage request = walk.request(read, made.instance());
    Optional<HttpOperation> documented = Head.of(walk.site(), read);
    Exchange head =
        walk.send(documented.orElse(read), Requests.as(request, "HEAD"), "ask for its headers");
    if (!walk.isSound(head) || (documented.isEmpty() && !head.isSuccess())) {
      return;
    }
    HttpResponseMessage said = head.response().orElseThrow();
    HttpResponseMessage meant = get.response().orElseThrow();
    Optional<String> header =
        COMPARED.stream()
            .filter(name -> said.header(name).isPresent() && meant.header(name).isPresent())
            .filter(name -> !said.header(name).equals(meant.header(name)))
            .findFirst();
    String differs = said.status() == meant.status() ? header.orElse("") : "status";
    if (!differs.isEmpty()) {
      String expected = meant.header(differs).orElse(Integer.toString(meant.status()));
      String actual = said.header(differs).orElse(Integer.toString(said.status()));
      walk.suspect(
          ConformMeaningRules.HEAD_DIFFERS,
          Certainty.HTTP,
          documented.orElse(read),
          differs.equals("status") ? "status" : "header:" + differs,
          "",
          "HEAD answers " + differs + " " + actual + ", and GET " + expected,
          "RFC 9110 section 9.3.2: HEAD answers with what GET would, without the body.",
          Optional.of(new Comparison(expected, actual)),
          List.of(made.exchange(), get, head),
          List.of());
    }
  }
}
