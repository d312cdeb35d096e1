package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.journal.ServeEvent;
import dev.concordat.standin.wiremock.response.Proxying;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingCompiler.Compiled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// `/__admin/recordings`: requests that no stub answers go to a real server, and what it answers becomes stubs.
final class RecordingRoutes {
  private static final Set<String> SUPPORTED =
      Set.of(
          "targetBaseUrl",
          "filters",
          "captureHeaders",
          "requestBodyPattern",
          "requestBodyPatternFactory",
          "persist",
          "repeatsAsScenarios",
          "outputFormat");

  private final AdminContext context;
  private final Saving saving;
  private final Map<Space, Running> running = new ConcurrentHashMap<>();
  private final Set<Space> stopped = ConcurrentHashMap.newKeySet();

  /// A recording.
  ///
  /// @param before the requests that were received before it
  private record Running(JsonObject specification, Set<UUID> before) {}

  RecordingRoutes(AdminContext context) {
    this.context = context;
    this.saving = new Saving(context.folder());
  }

  HttpResponseMessage answer(Call call) {
    return switch (call.what()) {
      case "POST start" -> start(call);
      case "POST stop" -> stop(call);
      case "POST snapshot" -> snapshot(call);
      case "GET status" ->
          Replies.json(new JsonObject(Map.of("status", new JsonString(status(call)))));
      default -> call.unknown("recordings");
    };
  }

  private String status(Call call) {
    if (running.containsKey(call.space())) {
      return "Recording";
    }
    return stopped.contains(call.space()) ? "Stopped" : "NeverStarted";
  }

  private static List<String> unsupported(JsonObject specification) {
    return specification.members().keySet().stream()
        .filter(name -> !SUPPORTED.contains(name))
        .map(name -> "recordings do not support '" + name + "'")
        .toList();
  }

  private HttpResponseMessage start(Call call) {
    JsonObject specification = EventJson.body(call.request()).orElse(JsonObject.EMPTY);
    Optional<String> target = EventJson.text(specification, "targetBaseUrl");
    List<String> unsupported = unsupported(specification);
    if (!unsupported.isEmpty() || target.isEmpty()) {
      return Replies.refused(
          unsupported.isEmpty() ? List.of("targetBaseUrl is missing") : unsupported);
    }
    Optional<String> objection =
        Proxying.objection(target.get(), call.space().settings().allowsProxyAnywhere());
    if (objection.isPresent()) {
      return Replies.refused(objection.get());
    }
    Set<UUID> before = new HashSet<>();
    call.space().journal().all().forEach(event -> before.add(event.id()));
    running.put(call.space(), new Running(specification, before));
    call.space().recordTo(Optional.of(new Proxying(target.get(), "", List.of(), Set.of())));
    return Replies.done();
  }

  private HttpResponseMessage stop(Call call) {
    Running recording = running.remove(call.space());
    if (recording == null) {
      return Replies.errors(400, List.of("Not currently recording."));
    }
    stopped.add(call.space());
    call.space().recordTo(Optional.empty());
    List<ServeEvent> events =
        call.space()
            .journal()
            .find(
                event ->
                    event.origin() == ServeEvent.Origin.PROXY
                        && !recording.before().contains(event.id()));
    return made(call, recording.specification(), events);
  }

  private HttpResponseMessage snapshot(Call call) {
    JsonObject specification = EventJson.body(call.request()).orElse(JsonObject.EMPTY);
    List<String> unsupported = unsupported(specification);
    return unsupported.isEmpty()
        ? made(
            call,
            specification,
            call.space().journal().find(event -> event.origin() == ServeEvent.Origin.PROXY))
        : Replies.refused(unsupported);
  }

  private HttpResponseMessage made(Call call, JsonObject specification, List<ServeEvent> events) {
    var recorded = new RecordedStubs(specification);
    Patterns.Read filter = recorded.filter(call);
    if (filter instanceof Patterns.Read.Bad(List<String> reasons)) {
      return Replies.refused(reasons);
    }
    List<ServeEvent> meant =
        events.stream()
            .filter(
                event ->
                    filter instanceof Patterns.Read.Good(var matcher)
                        && matcher.matches(event.request()))
            .toList();
    var mappings = new ArrayList<Mapping>();
    var complaints = new ArrayList<String>();
    for (JsonObject written : recorded.of(meant)) {
      switch (context.compiler().compile("recording", written, call.space()::nextId)) {
        case Compiled.Good(Mapping mapping, var contract) -> mappings.add(mapping);
        case Compiled.Bad(List<String> why) -> complaints.addAll(why);
      }
    }
    if (!complaints.isEmpty()) {
      return Replies.refused(complaints);
    }
    for (Mapping mapping : mappings) {
      call.space().mappings().put(mapping);
      if (mapping.isPersistent() && context.folder().isPresent()) {
        Optional<String> flaw = saving.saveOne(mapping);
        if (flaw.isPresent()) {
          return Replies.refused(flaw.get());
        }
      }
    }
    boolean isIds =
        EventJson.text(specification, "outputFormat").orElse("").equalsIgnoreCase("ids");
    List<JsonValue> shown =
        mappings.stream()
            .<JsonValue>map(
                mapping -> isIds ? new JsonString(mapping.id().toString()) : mapping.written())
            .toList();
    return Replies.json(new JsonObject(Map.of(isIds ? "ids" : "mappings", new JsonArray(shown))));
  }
}
