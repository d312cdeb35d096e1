package dev.concordat.conform.service;

import dev.concordat.conform.service.Store.Document;
import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The operations on documents, which carry entity tags.
final class Documents {
  private Documents() {}

  static Response get(Call call) {
    Document document = find(call);
    Optional<String> known = call.request().header("If-None-Match");
    boolean isSame =
        known.isPresent()
            && (names(known.get(), document.tag()) || call.has(Fault.NOT_MODIFIED_ALWAYS));
    return isSame
        ? Response.empty(304).with("ETag", document.tag())
        : Call.json(200, document.body()).with("ETag", document.tag());
  }

  private static Document find(Call call) {
    Crashes.onDocumentName(call);
    Document document = call.store().documents.get(call.last());
    if (document == null) {
      throw Refusal.absent();
    }
    return document;
  }

  /// Whether a list of entity tags has this one (RFC 9110 section 13.1); weak ones never come from here.
  private static boolean names(String list, String tag) {
    return list.strip().equals("*")
        || Arrays.stream(list.split(","))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(tag::equals);
  }

  static Response put(Call call) {
    String name = call.last();
    if (!name.matches("[a-z][a-z0-9-]{0,29}")) {
      throw Refusal.absent();
    }
    JsonObject body = body(call);
    Document before = call.store().documents.get(name);
    checkTag(call, before);
    String tag =
        before != null && call.has(Fault.TAG_NEVER_CHANGES)
            ? before.tag()
            : "\"v" + call.store().next() + "\"";
    call.store().documents.put(name, new Document(body, tag));
    return before == null
        ? Response.empty(201).with("Location", "/v1/documents/" + name).with("ETag", tag)
        : Response.empty(204).with("ETag", tag);
  }

  private static JsonObject body(Call call) {
    boolean isAbsent =
        call.request().body().length == 0 && call.request().header("Content-Type").isEmpty();
    return isAbsent && call.has(Fault.NO_BODY_ACCEPTED)
        ? JsonObject.EMPTY.with("title", new JsonString("Untitled"))
        : call.body("application/json", WorkshopShapes.DOCUMENT);
  }

  private static void checkTag(Call call, @Nullable Document document) {
    Optional<String> wanted = call.request().header("If-Match");
    boolean holds =
        wanted.isEmpty()
            || (document != null
                && !wanted.get().contains("W/")
                && names(wanted.get(), document.tag()));
    boolean isForgotten =
        call.has(Fault.STALE_TAG_ACCEPTED) && call.operation().equals("putDocument");
    if (!holds && !isForgotten) {
      throw Refusal.of(412, "Precondition failed", "it has another entity tag");
    }
  }

  static Response delete(Call call) {
    Document document = find(call);
    checkTag(call, document);
    call.store().documents.remove(call.last());
    return Response.empty(204);
  }
}
