package com.example.payments.json;

import com.example.payments.http.Problem;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** JSON in and out, with Gson. */
public final class Json {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);

  private Json() {}

  public static byte[] bytes(Object value) {
    return GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a caller's body; Gson forgives too much unless it is told not to. */
  public static Input input(byte[] body) {
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    JsonReader reader = new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), utf8));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = ELEMENTS.read(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT) {
        return Input.root(element);
      }
    } catch (IOException | JsonParseException | NumberFormatException e) {
      // Told below, in the words of our API.
    }
    throw new Problem(400, "malformed-json", "The body is not well-formed JSON.");
  }
}
