package dev.concordat.record.memory;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.record.learning.Answers;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Field;
import dev.concordat.record.learning.Fields;
import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Requests;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.shape.ShapeJson;
import java.util.function.Function;

/// Operations as JSON and back.
final class OperationMemory {
  private OperationMemory() {}

  static JsonObject write(Operation operation) {
    return JsonObject.EMPTY
        .with("count", JsonNumber.of(operation.count()))
        .with("first", new JsonString(operation.first().toString()))
        .with("last", new JsonString(operation.last().toString()))
        .with("segments", Write.all(operation.segments(), OperationMemory::write))
        .with("accepted", write(operation.accepted()))
        .with("understood", write(operation.understood()))
        .with("refused", JsonNumber.of(operation.refused()))
        .with("answers", Write.all(operation.answers(), OperationMemory::write));
  }

  private static JsonObject write(Segment segment) {
    return JsonObject.EMPTY
        .with("accepted", ShapeJson.write(segment.accepted()))
        .with("others", ShapeJson.write(segment.others()))
        .with("echoes", Write.counts(segment.echoes()));
  }

  private static JsonObject write(Requests requests) {
    return requests.count() == 0
        ? JsonObject.EMPTY
        : JsonObject.EMPTY
            .with("count", JsonNumber.of(requests.count()))
            .with("query", write(requests.query()))
            .with("headers", write(requests.headers()))
            .with("cookies", Write.counts(requests.cookies()))
            .with("bodies", Write.all(requests.bodies(), OperationMemory::write))
            .with("bodyless", JsonNumber.of(requests.bodyless()))
            .with("credentials", Write.counts(requests.credentials()))
            .with("anonymous", JsonNumber.of(requests.anonymous()));
  }

  private static JsonObject write(Answers answers) {
    return JsonObject.EMPTY
        .with("count", JsonNumber.of(answers.count()))
        .with("headers", write(answers.headers()))
        .with("bodies", Write.all(answers.bodies(), OperationMemory::write))
        .with("bodyless", JsonNumber.of(answers.bodyless()));
  }

  private static JsonObject write(Fields fields) {
    JsonObject json =
        JsonObject.EMPTY.with("byName", Write.all(fields.byName(), OperationMemory::write));
    return fields.isCrowded() ? json.with("crowded", JsonBoolean.of(true)) : json;
  }

  private static JsonObject write(Field field) {
    return JsonObject.EMPTY
        .with("messages", JsonNumber.of(field.messages()))
        .with("repeated", JsonNumber.of(field.repeated()))
        .with("texts", ShapeJson.write(field.texts()));
  }

  private static JsonObject write(Content content) {
    JsonObject json =
        JsonObject.EMPTY
            .with("count", JsonNumber.of(content.count()))
            .with("unread", JsonNumber.of(content.unread()))
            .with("shape", ShapeJson.write(content.shape()));
    return content.example().map(example -> json.with("example", example)).orElse(json);
  }

  static Operation operation(JsonObject json) {
    Function<String, Integer> number = Integer::valueOf;
    return new Operation(
        Read.number(json, "count"),
        Read.instant(json, "first"),
        Read.instant(json, "last"),
        Read.all(Read.object(json, "segments"), number, OperationMemory::segment),
        requests(Read.object(json, "accepted")),
        requests(Read.object(json, "understood")),
        Read.number(json, "refused"),
        Read.all(Read.object(json, "answers"), number, OperationMemory::answers));
  }

  private static Segment segment(JsonObject json) {
    return new Segment(
        ShapeJson.texts(Read.object(json, "accepted")),
        ShapeJson.texts(Read.object(json, "others")),
        Read.counts(Read.object(json, "echoes")));
  }

  private static Requests requests(JsonObject json) {
    return new Requests(
        Read.number(json, "count"),
        fields(Read.object(json, "query")),
        fields(Read.object(json, "headers")),
        Read.counts(Read.object(json, "cookies")),
        Read.all(Read.object(json, "bodies"), Function.identity(), OperationMemory::content),
        Read.number(json, "bodyless"),
        Read.counts(Read.object(json, "credentials")),
        Read.number(json, "anonymous"));
  }

  private static Answers answers(JsonObject json) {
    return new Answers(
        Read.number(json, "count"),
        fields(Read.object(json, "headers")),
        Read.all(Read.object(json, "bodies"), Function.identity(), OperationMemory::content),
        Read.number(json, "bodyless"));
  }

  private static Fields fields(JsonObject json) {
    return new Fields(
        Read.all(Read.object(json, "byName"), Function.identity(), OperationMemory::field),
        json.has("crowded"));
  }

  private static Field field(JsonObject json) {
    return new Field(
        Read.number(json, "messages"),
        Read.number(json, "repeated"),
        ShapeJson.texts(Read.object(json, "texts")));
  }

  private static Content content(JsonObject json) {
    return new Content(
        Read.number(json, "count"),
        Read.number(json, "unread"),
        ShapeJson.shape(Read.object(json, "shape")),
        json.member("example"));
  }
}
