package dev.concordat.standin.refusal;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.answer.Documented;
import dev.concordat.standin.answer.Negotiation;
import dev.concordat.standin.value.Completion;
import dev.concordat.standin.value.ValueMaker;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes refusals: in the shape that the operation documents for the status, else as a problem (RFC 9457).
public final class Refusals {
  static final String PROBLEM = "application/problem+json";

  private static final Pattern OWN_WORD = Pattern.compile("4[678][0-9]|49[0-9]|43[2-9]|44[0-9]");

  /// A header longer than this is cut.
  private static final int MAX_HEADER = 400;

  private final Documented documented;
  private final Completion completion;
  private final Reasons reasons;

  public Refusals(Documented documented, ValueMaker maker) {
    this.documented = documented;
    this.completion = new Completion(maker);
    this.reasons = new Reasons(new Nearest(maker));
  }

  /// The refusal of a request that belongs to an operation, or to none.
  public HttpResponseMessage of(
      Refusal refusal, Optional<HttpOperation> operation, HttpRequestMessage request) {
    Optional<Entry> entry = operation.flatMap(it -> entry(it, refusal.statuses()));
    int status = entry.map(Entry::status).orElse(refusal.statuses().getFirst());
    String detail =
        refusal.breaches().isEmpty()
            ? refusal.detail()
            : reasons.line(refusal.breaches().getFirst(), operation, request);
    List<JsonValue> errors =
        refusal.breaches().stream()
            .<JsonValue>map(breach -> reasons.json(breach, operation, request))
            .toList();
    var shape =
        new ErrorShape(status, HttpResponseStatus.valueOf(status).reasonPhrase(), detail, errors);
    Map<String, Header> told = told(refusal, detail);
    return entry
        .flatMap(it -> inShape(it, shape, operation.orElseThrow(), told, request))
        .orElseGet(() -> problem(shape, told));
  }

  private record Entry(int status, ResponseSpec spec) {}

  private static Optional<Entry> entry(HttpOperation operation, List<Integer> statuses) {
    for (boolean isExact : List.of(true, false)) {
      for (int status : statuses) {
        for (ResponseSpec spec : operation.responses()) {
          boolean covers =
              isExact
                  ? spec.status().equals(Integer.toString(status))
                  : spec.status().equalsIgnoreCase(status / 100 + "XX");
          if (covers) {
            return Optional.of(new Entry(status, spec));
          }
        }
      }
    }
    return operation.responses().stream()
        .filter(spec -> spec.status().equals(ResponseSpec.DEFAULT))
        .findFirst()
        .map(spec -> new Entry(statuses.getFirst(), spec))
        .or(() -> ownWord(operation));
  }

  /// A status that only this contract has a meaning for, such as 480.
  private static Optional<Entry> ownWord(HttpOperation operation) {
    return operation.responses().stream()
        .filter(spec -> OWN_WORD.matcher(spec.status()).matches())
        .findFirst()
        .map(spec -> new Entry(Integer.parseInt(spec.status()), spec));
  }

  private Optional<HttpResponseMessage> inShape(
      Entry entry,
      ErrorShape shape,
      HttpOperation operation,
      Map<String, Header> told,
      HttpRequestMessage request) {
    Optional<Negotiation.Choice> choice =
        Negotiation.of(request.header("accept")).chooseAnyway(entry.spec().content());
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    String path = operation.id() + "/" + entry.spec().status();
    MediaTypeSpec content = choice.get().spec();
    Optional<Schema> schema = content.schema();
    boolean isOpen = schema.map(it -> it.allowsAll()).orElse(true);
    if (choice.get().type().isJson() && isOpen && content.examples().isEmpty()) {
      return Optional.of(
          documented.response(
              shape.status(), entry.spec(), choice.get(), shape.problem(), told, path));
    }
    Optional<JsonValue> value =
        isProblem(choice.get().type())
            ? schema.flatMap(it -> completion.of(it, shape.problem(), path))
            : Optional.empty();
    return value
        .or(
            () ->
                documented
                    .bodies()
                    .value(content, path)
                    .map(sample -> schema.map(it -> shape.told(sample, it)).orElse(sample)))
        .map(it -> documented.response(shape.status(), entry.spec(), choice.get(), it, told, path));
  }

  private static boolean isProblem(MediaType type) {
    return type.essence().equals(PROBLEM);
  }

  private static HttpResponseMessage problem(ErrorShape shape, Map<String, Header> told) {
    List<Header> headers = new ArrayList<>(told.values());
    headers.add(new Header("Content-Type", PROBLEM));
    return new HttpResponseMessage(shape.status(), headers, Bytes.utf8(shape.problem().toString()));
  }

  /// The sentence goes into a header too, because documented shapes may have no place for it.
  private static Map<String, Header> told(Refusal refusal, String detail) {
    Map<String, Header> told = new LinkedHashMap<>();
    refusal.headers().forEach(header -> told.put(header.name().toLowerCase(Locale.ROOT), header));
    String place =
        refusal.breaches().stream()
            .findFirst()
            .map(Breach::sentence)
            .map(it -> it.shortForm() + " ")
            .orElse("");
    told.put("concordat-refusal", new Header("Concordat-Refusal", asHeader(place + detail)));
    return told;
  }

  /// Text as a header may have it (RFC 9110 section 5.5).
  public static String asHeader(String text) {
    var out = new StringBuilder();
    text.chars().limit(MAX_HEADER).forEach(c -> out.append(c < ' ' || c > '~' ? '?' : (char) c));
    return out.toString();
  }
}
