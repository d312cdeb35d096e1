package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Reads and writes under conditions on entity tags (RFC 9110 section 13).
final class Conditions implements Scenario {
  private static final String NOBODYS = "\"concordat-outdated\"";

  @Override
  public String name() {
    return "conditions";
  }

  @Override
  public int requests() {
    return 12;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.READ).filter(Site::canLive).isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    boolean hasHope =
        operation.responses().stream()
            .anyMatch(
                response ->
                    response.status().equals("304")
                        || response.headers().stream()
                            .anyMatch(header -> header.name().equalsIgnoreCase("ETag")));
    boolean showedTag =
        walk.memory()
            .lastSuccess(operation)
            .flatMap(Exchange::response)
            .flatMap(response -> response.header("ETag"))
            .isPresent();
    if (!hasHope && !showedTag) {
      return;
    }
    Optional<Made> made = walk.make(resource);
    if (made.isEmpty()) {
      return;
    }
    Exchange first = walk.read(made.get().instance(), "read it");
    Optional<String> tag = tag(walk, first);
    if (tag.isPresent()) {
      new Steps(walk, operation, made.get(), first, tag.get()).all();
    }
  }

  /// A strong entity tag; weak ones say less, and nothing here rests on them.
  private static Optional<String> tag(Walk walk, Exchange read) {
    return walk.isDone(read)
        ? read.response()
            .flatMap(response -> response.header("ETag"))
            .filter(tag -> tag.startsWith("\"") && tag.length() > 2)
        : Optional.empty();
  }

  private record Steps(Walk walk, HttpOperation read, Made made, Exchange first, String tag) {
    void all() {
      same();
      other();
      if (!outdated(Role.REPLACE)) {
        changed();
      }
      outdated(Role.DELETE);
    }

    private Exchange conditional(String value, String what) {
      return walk.send(
          read, Requests.with(walk.request(read, made.instance()), "If-None-Match", value), what);
    }

    /// Who has it is answered 304.
    private void same() {
      Exchange again = conditional(tag, "read it if it changed");
      boolean isSame =
          again.response().flatMap(response -> response.header("ETag")).equals(Optional.of(tag));
      if (again.status() == 200 && isSame) {
        walk.suspect(
            ConformMeaningRules.CONDITION_IGNORED,
            Certainty.HTTP,
            read,
            "status",
            "same",
            "If-None-Match: " + tag + " was answered 200 with the same entity tag",
            "RFC 9110 section 13.1.2: where the tag matches, GET is answered 304.",
            Optional.of(new Comparison("304", "200")),
            List.of(made.exchange(), first, again),
            List.of());
      }
    }

    /// Who has something else is not.
    private void other() {
      Exchange again = conditional(NOBODYS, "read it with a tag that it never had");
      if (again.status() == 304) {
        walk.suspect(
            ConformMeaningRules.CONDITION_IGNORED,
            Certainty.HTTP,
            read,
            "status",
            "other",
            "If-None-Match: " + NOBODYS + " was answered 304, and the entity tag is " + tag,
            "RFC 9110 section 13.1.2: where no tag matches, GET is carried out.",
            Optional.of(new Comparison("200", "304")),
            List.of(made.exchange(), first, again),
            List.of());
      }
    }

    /// A write with a tag that the thing does not have must not be done.
    ///
    /// @return whether it was done
    private boolean outdated(Role role) {
      Instance instance = made.instance();
      Optional<HttpOperation> operation = instance.resource().operation(role);
      if (operation.isEmpty()) {
        return false;
      }
      Optional<MediaTypeSpec> spec = Bodies.json(operation.get());
      var plain = Requests.with(walk.request(operation.get(), instance), "If-Match", NOBODYS);
      Exchange write =
          walk.send(
              operation.get(),
              spec.map(known -> Requests.withBody(plain, known, made.sent())).orElse(plain),
              "write it if it has a tag that it never had");
      if (write.isSuccess()) {
        walk.suspect(
            ConformMeaningRules.LOST_UPDATE,
            Certainty.HTTP,
            operation.get(),
            "status",
            "",
            operation.get().methodAndPath()
                + " with If-Match: "
                + NOBODYS
                + " was answered "
                + write.status()
                + ", and the entity tag was "
                + tag,
            "RFC 9110 section 13.1.1: where no tag matches, the method must not be carried out.",
            Optional.of(new Comparison("412", Integer.toString(write.status()))),
            List.of(made.exchange(), first, write),
            List.of());
      }
      return write.isSuccess();
    }

    /// Another representation has another strong tag.
    private void changed() {
      Optional<HttpOperation> put = made.instance().resource().operation(Role.REPLACE);
      Optional<JsonObject> before = walk.shown(first);
      if (put.isEmpty() || before.isEmpty()) {
        return;
      }
      MediaTypeSpec spec = Bodies.json(put.get()).orElseThrow();
      Optional<JsonObject> body =
          walk.site().bodies().candidates(put.get(), spec, walk.memory()).findFirst();
      if (body.isEmpty()) {
        return;
      }
      var request =
          Requests.withBody(
              Requests.with(walk.request(put.get(), made.instance()), "If-Match", tag),
              spec,
              body.get());
      Exchange write = walk.send(put.get(), request, "change it");
      Exchange read = walk.read(made.instance(), "read it");
      Optional<JsonObject> after = walk.shown(read);
      boolean isOther = after.isPresent() && !after.get().equals(before.get());
      if (walk.isDone(write) && isOther && Conditions.tag(walk, read).equals(Optional.of(tag))) {
        HttpResponseMessage response = read.response().orElseThrow();
        walk.suspect(
            ConformMeaningRules.ENTITY_TAG_STUCK,
            Certainty.HTTP,
            put.get(),
            "header:ETag",
            "",
            "the representation changed, and ETag still is " + response.header("ETag").orElse(tag),
            "RFC 9110 section 8.8.1: a strong validator changes whenever the representation does.",
            Optional.of(new Comparison("another tag", tag)),
            List.of(made.exchange(), first, write, read),
            List.of());
      }
    }
  }
}
