package dev.concordat.engine.answers;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.fault.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The failures that an operation documents, each by its own status, with a documented or made body that keeps the
/// contract. Ranges and `default` say nothing of a status, and are left out.
final class DocumentedErrors {
  private final HttpJudge judge;
  private final HttpOperation operation;
  private final ValueGenerator values;

  DocumentedErrors(HttpJudge judge, HttpOperation operation, long seed) {
    this.judge = judge;
    this.operation = operation;
    this.values = new ValueGenerator(seed);
  }

  List<AllowedAnswer> answers() {
    List<AllowedAnswer> answers = new ArrayList<>();
    for (ResponseSpec spec : operation.responses()) {
      if (spec.status().matches("[45][0-9][0-9]")) {
        answer(spec, Integer.parseInt(spec.status())).ifPresent(answers::add);
      }
    }
    return answers;
  }

  private Optional<AllowedAnswer> answer(ResponseSpec spec, int status) {
    return message(spec, status)
        .filter(it -> judge.judgeResponse(operation, operation.method(), it).isEmpty())
        .map(
            it ->
                new AllowedAnswer(
                    AllowedAnswer.Kind.ERROR,
                    spec.status(),
                    "answers " + status + ", as documented",
                    new Sentence(spec.place(), spec.sourceLine()),
                    new Status(status, it.headers(), it.body().utf8(), false)));
  }

  private Optional<HttpResponseMessage> message(ResponseSpec spec, int status) {
    List<Header> headers = new ArrayList<>();
    for (Parameter header : spec.headers()) {
      if (header.required() && !header.name().equalsIgnoreCase("content-type")) {
        Optional<String> value =
            value(header.schema(), "header/" + header.name())
                .flatMap(it -> ParameterEncoder.header(header, it));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        headers.add(new Header(header.name(), value.get()));
      }
    }
    if (spec.content().isEmpty()) {
      return Optional.of(new HttpResponseMessage(status, headers, Bytes.EMPTY));
    }
    return spec.content().stream()
        .flatMap(content -> body(content, status).stream())
        .findFirst()
        .map(
            body -> {
              headers.add(new Header("Content-Type", body.contentType()));
              return new HttpResponseMessage(status, headers, body.bytes());
            });
  }

  /// As text, because a status's body is: other bytes are left out.
  private Optional<BodyEncoder.Encoded> body(MediaTypeSpec content, int status) {
    boolean isText = content.mediaType().isJson() || content.mediaType().isText();
    if (!isText || content.mediaType().isRange()) {
      return Optional.empty();
    }
    return content.examples().stream()
        .map(example -> example.value())
        .filter(value -> keeps(content, value))
        .findFirst()
        .or(() -> value(content.schema(), "error/" + status))
        .flatMap(value -> BodyEncoder.encode(content, value));
  }

  private static boolean keeps(MediaTypeSpec content, JsonValue value) {
    return content.schema().map(it -> it.accepts(value, Direction.RESPONSE)).orElse(true);
  }

  private Optional<JsonValue> value(Optional<Schema> schema, String use) {
    String path = "answers/" + operation.id() + "/" + use;
    return schema.flatMap(
        it ->
            values
                .value(it, path, Size.FULL, Direction.RESPONSE)
                .or(() -> values.value(it, path, Size.MINIMAL, Direction.RESPONSE)));
  }
}
