package dev.concordat.standin.service;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.answer.Documented;
import dev.concordat.standin.answer.Negotiation;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.resource.Shapes;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.value.Completion;
import dev.concordat.standin.value.ValueMaker;
import dev.concordat.standin.view.Envelope;
import dev.concordat.standin.view.Lists;
import dev.concordat.standin.view.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Does what an operation asks for. Used by one thread at a time.
public final class Service {
  private final Memory memory;
  private final Documented documented;
  private final Writing writing;
  private final Versions versions;
  private final Envelope envelope;
  private final Completion completion;

  public Service(Memory memory, Documented documented, ValueMaker maker) {
    this.memory = memory;
    this.documented = documented;
    this.writing = new Writing(memory);
    this.versions = new Versions(memory);
    this.envelope = new Envelope(maker);
    this.completion = new Completion(maker);
  }

  /// What an answer is made of.
  ///
  /// @param body makes the body's value for a schema; nothing where the documented or a made one is to be sent
  /// @param version of the one thing that the answer is about
  private record Content(Body body, Map<String, Header> told, Optional<String> version) {
    Content(Body body, Map<String, Header> told) {
      this(body, told, Optional.empty());
    }
  }

  private interface Body {
    Optional<JsonValue> of(Schema schema);
  }

  /// The entry of the contract that tells of success.
  public static Optional<ResponseSpec> success(OperationPlan plan, boolean isNew) {
    List<String> preferred =
        switch (plan.role()) {
          case CREATE -> List.of("201", "200", "202", "204");
          case REPLACE, MERGE ->
              isNew ? List.of("201", "200", "204") : List.of("200", "204", "202");
          case REMOVE -> List.of("204", "200", "202");
          case LIST, READ, OTHER -> List.of("200", "201", "202", "204");
        };
    return Shapes.success(plan.operation(), preferred);
  }

  /// Does it, and answers.
  public Outcome answer(Asked asked) {
    Optional<Refusal> missing = memory.missing(asked);
    if (missing.isPresent()) {
      return new Outcome.Refused(missing.get());
    }
    Optional<Refusal> unmet = versions.refuse(asked);
    if (unmet.isPresent()) {
      return new Outcome.Refused(unmet.get());
    }
    // What cannot be answered is not done.
    Optional<ResponseSpec> success = success(asked.plan(), false);
    if (success.isPresent() && !isAcceptable(asked, success.get()) && refusesTypes(asked)) {
      return new Outcome.Refused(notAcceptable(asked, success.get()));
    }
    OperationPlan plan = asked.plan();
    if (success.isPresent() && writes(plan) && !isMakeable(asked, success.get())) {
      return new Outcome.Refused(unmade(success.get()));
    }
    return switch (plan.role()) {
      case LIST -> list(asked, plan.resource().orElseThrow());
      case READ -> read(asked, plan.resource().orElseThrow());
      case CREATE -> written(asked, writing.create(asked, plan.resource().orElseThrow()));
      case REPLACE -> written(asked, writing.replace(asked, plan.resource().orElseThrow()));
      case MERGE -> written(asked, writing.merge(asked, plan.resource().orElseThrow()));
      case REMOVE -> written(asked, writing.remove(asked, plan.resource().orElseThrow()));
      case OTHER -> other(asked);
    };
  }

  private static boolean isAcceptable(Asked asked, ResponseSpec spec) {
    return spec.content().isEmpty() || asked.accept().choose(spec.content()).isPresent();
  }

  private static boolean writes(OperationPlan plan) {
    return switch (plan.role()) {
      case CREATE, REPLACE, MERGE, REMOVE -> true;
      case LIST, READ, OTHER -> false;
    };
  }

  /// Whether a body is found for the answer, if it needs one.
  private boolean isMakeable(Asked asked, ResponseSpec spec) {
    return asked
        .accept()
        .chooseAnyway(spec.content())
        .map(
            choice ->
                documented
                    .bodies()
                    .value(choice.spec(), asked.operation().id() + "/" + spec.status())
                    .isPresent())
        .orElse(true);
  }

  private static Refusal unmade(ResponseSpec spec) {
    return Refusal.of(
        List.of(501),
        "no value was found that the contract accepts, and it has no example ("
            + spec.place().shortForm()
            + ")");
  }

  /// Where 406 is not documented, Accept is disregarded, as RFC 9110 section 12.5.1 allows.
  private static boolean refusesTypes(Asked asked) {
    return asked.operation().response(406).isPresent();
  }

  private static Refusal notAcceptable(Asked asked, ResponseSpec spec) {
    String types =
        String.join(", ", spec.content().stream().map(it -> it.mediaType().toString()).toList());
    return Refusal.of(
        List.of(406),
        "Accept takes '"
            + asked.request().header("accept").orElse("")
            + "', the contract has "
            + types
            + " ("
            + spec.place().shortForm()
            + ")");
  }

  private Outcome read(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    String id = asked.id(resource);
    Optional<Entity> entity = memory.find(scope, id);
    if (entity.isEmpty()) {
      return new Outcome.Refused(Memory.absent(scope, id));
    }
    return finish(
        asked,
        false,
        new Content(
            schema -> memory.views().of(scope, entity.get(), schema, memory.world()),
            Map.of(),
            Optional.of(Versions.of(scope, entity.get()))));
  }

  private Outcome written(Asked asked, Writing.Written written) {
    return switch (written) {
      case Writing.Written.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
      case Writing.Written.Done done ->
          finish(
              asked,
              done.isNew(),
              new Content(
                  schema -> memory.views().of(done.scope(), done.entity(), schema, memory.world()),
                  writing.location(asked, done),
                  Optional.of(Versions.of(done.scope(), done.entity()))));
    };
  }

  private Outcome list(Asked asked, Resource resource) {
    Scope scope = asked.scope(resource);
    OperationPlan plan = asked.plan();
    Optional<Schema> item = memory.beginning().itemSchema(plan);
    List<JsonValue> all = new ArrayList<>();
    for (Entity entity : List.copyOf(memory.world().things(scope).all())) {
      item.flatMap(schema -> memory.views().of(scope, entity, schema, memory.world()))
          .ifPresent(all::add);
    }
    Page page = new Lists(plan.listParameters(), asked.fields()).page(all);
    return finish(
        asked,
        false,
        new Content(
            schema -> envelope.of(page, schema, plan.listPath(), scope.toString()),
            Paging.headers(asked, page)));
  }

  /// An operation on a thing shows the thing; else what was sent comes back as far as the answer has a place for it.
  private Outcome other(Asked asked) {
    return finish(
        asked,
        false,
        new Content(schema -> onThing(asked, schema).or(() -> echoed(asked, schema)), Map.of()));
  }

  private Optional<JsonValue> onThing(Asked asked, Schema schema) {
    if (asked.plan().anchors().isEmpty()) {
      return Optional.empty();
    }
    var anchor = asked.plan().anchors().getLast();
    String path = asked.operation().path().text();
    String rest = path.substring(path.lastIndexOf('}') + 1);
    boolean isAction = rest.indexOf('/', 1) < 0 && memory.views().isOf(schema, anchor.resource());
    Scope scope = asked.scope(anchor.resource());
    return isAction
        ? memory
            .find(scope, asked.id(anchor))
            .flatMap(entity -> memory.views().of(scope, entity, schema, memory.world()))
        : Optional.empty();
  }

  private Optional<JsonValue> echoed(Asked asked, Schema schema) {
    if (!(asked.body().orElse(null) instanceof JsonObject body)) {
      return Optional.empty();
    }
    String path = asked.operation().id() + "/echo";
    Optional<JsonValue> made = memory.views().sample(schema, path);
    if (!(made.orElse(null) instanceof JsonObject sample)) {
      return Optional.empty();
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(sample.members());
    for (String name : SchemaShape.propertyNames(schema)) {
      boolean isShown =
          SchemaShape.property(schema, name)
              .map(it -> !it.view().writeOnly() && !it.view().readOnly())
              .orElse(false);
      if (isShown) {
        body.member(name).ifPresent(value -> members.put(name, value));
      }
    }
    return completion.of(schema, new JsonObject(members), path);
  }

  private Outcome finish(Asked asked, boolean isNew, Content content) {
    HttpOperation operation = asked.operation();
    Optional<ResponseSpec> entry = success(asked.plan(), isNew);
    if (entry.isEmpty()) {
      return new Outcome.Answered(new HttpResponseMessage(200, List.of(), Bytes.EMPTY));
    }
    ResponseSpec spec = entry.get();
    int status = Documented.status(spec, asked.plan().role() == Role.CREATE);
    Optional<Negotiation.Choice> choice = asked.accept().chooseAnyway(spec.content());
    boolean isExample =
        asked.plan().role() == Role.OTHER
            && choice.filter(it -> !it.spec().examples().isEmpty()).isPresent();
    Optional<JsonValue> value =
        isExample
            ? Optional.empty()
            : choice.flatMap(it -> it.spec().schema()).flatMap(content.body()::of);
    Optional<HttpResponseMessage> response =
        value.map(
            it ->
                documented.response(
                    status, spec, choice.orElseThrow(), it, content.told(), operation.id()));
    return response
        .or(() -> documented.response(operation, status, spec, choice, content.told()))
        .<Outcome>map(it -> new Outcome.Answered(it, content.version()))
        .orElseGet(() -> new Outcome.Refused(unmade(spec)));
  }
}
