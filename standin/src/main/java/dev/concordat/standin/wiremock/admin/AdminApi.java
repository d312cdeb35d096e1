package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.wiremock.space.Space;
import java.util.ArrayList;
import java.util.List;

/// WireMock's administration interface. Thread-safe.
public final class AdminApi {
  /// Below which path it is.
  public static final String PREFIX = "/__admin";

  /// How many requests the journal has dropped, in answers that were made from it.
  static final String DROPPED = "Concordat-Journal-Dropped";

  private final MappingRoutes mappings;
  private final RequestRoutes requests;
  private final ScenarioRoutes scenarios;
  private final ServerRoutes server;
  private final FileRoutes files;
  private final RecordingRoutes recordings;

  public AdminApi(AdminContext context) {
    this.mappings = new MappingRoutes(context);
    this.requests = new RequestRoutes();
    this.scenarios = new ScenarioRoutes();
    this.server = new ServerRoutes(context);
    this.files = new FileRoutes();
    this.recordings = new RecordingRoutes(context);
  }

  /// Whether a path is one of the administration.
  public static boolean isMeant(String path) {
    return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
  }

  public HttpResponseMessage answer(Space space, HttpRequestMessage request) {
    String path = request.path();
    List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
    segments.removeFirst();
    if (!segments.isEmpty() && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    String first = segments.isEmpty() ? "" : segments.getFirst();
    List<String> rest = segments.isEmpty() ? List.of() : segments.subList(1, segments.size());
    var call = new Call(space, request, rest);
    return switch (first) {
      case "mappings" -> mappings.answer(call);
      case "requests", "near-misses" -> withDropped(space, requests.answer(call, first));
      case "scenarios" -> scenarios.answer(call);
      case "files" -> files.answer(call);
      case "recordings" -> recordings.answer(call);
      default -> server.answer(call, first);
    };
  }

  private static HttpResponseMessage withDropped(Space space, HttpResponseMessage answer) {
    long dropped = space.journal().dropped();
    if (dropped == 0) {
      return answer;
    }
    var headers = new ArrayList<>(answer.headers());
    headers.add(new Header(DROPPED, Long.toString(dropped)));
    return new HttpResponseMessage(answer.status(), headers, answer.body());
  }
}
