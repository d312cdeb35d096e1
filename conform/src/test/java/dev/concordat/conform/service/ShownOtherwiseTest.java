package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Things that `Location` names by one id and lists by another, on pages that are counted from one, which no contract says.
class ShownOtherwiseTest {
  private static final Pattern TITLE = Pattern.compile("\\{\"title\":\"([^\"]+)\"}");
  private static final Pattern PAGE = Pattern.compile("(?:.*[?&])page=(\\d+).*");
  private static final Pattern SIZE = Pattern.compile("(?:.*[?&])pageSize=(\\d+).*");

  private static final String NOTES =
      """
      openapi: 3.1.0
      info: {title: Notes, version: '1'}
      paths:
        /notes:
          post:
            requestBody:
              required: true
              content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string, minLength: 1}}}}}
            responses:
              '201': {description: made, content: {application/json: {schema: NOTE}}}
              '400': {description: wrong}
          get:
            parameters: [{name: page, in: query, schema: {type: integer}}, {name: pageSize, in: query, schema: {type: integer}}]
            responses:
              '200': {description: those, content: {application/json: {schema: {type: array, items: NOTE}}}}
              '400': {description: wrong}
        /notes/{note}:
          get:
            parameters: [{name: note, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: one, content: {application/json: {schema: NOTE}}}
              '404': {description: none}
      """
          .replace(
              "NOTE",
              "{type: object, required: [id, title], properties: {id: {type: string}, title: {type:"
                  + " string}}}");

  private enum Fault {
    NONE,
    HIDES_THE_LAST,
    IGNORES_THE_PAGE
  }

  private record Service(List<String> notes, Fault fault) {
    Response answer(Request request) {
      String path = request.path().replaceFirst("\\?.*", "");
      Matcher title = TITLE.matcher(new String(request.body(), StandardCharsets.UTF_8));
      if (request.method().equals("POST") && path.equals("/notes")) {
        return title.matches() ? created(title.group(1)) : Response.empty(400);
      }
      if (!request.method().equals("GET")) {
        return Response.empty(405).with("Allow", "GET, POST");
      }
      if (path.equals("/notes")) {
        return list(request.target());
      }
      return notes.stream()
          .filter(note -> path.equals("/notes/n" + notes.indexOf(note)))
          .findFirst()
          .map(note -> json(200, note))
          .orElse(Response.empty(404));
    }

    private Response created(String title) {
      String note = "{\"id\":\"all/%d\",\"title\":\"%s\"}".formatted(notes.size(), title);
      notes.add(note);
      return json(201, note).with("Location", "/notes/n" + (notes.size() - 1));
    }

    private Response list(String target) {
      int page = fault == Fault.IGNORES_THE_PAGE ? 1 : number(PAGE, target, 1);
      int size = number(SIZE, target, 1_000);
      if (page < 1 || size < 1) {
        return Response.empty(400);
      }
      int shown = fault == Fault.HIDES_THE_LAST ? Math.max(0, notes.size() - 1) : notes.size();
      int from = (int) Math.min(shown, (page - 1L) * size);
      int to = (int) Math.min(shown, (long) from + size);
      return json(200, "[" + String.join(",", notes.subList(from, to)) + "]");
    }

    private static int number(Pattern pattern, String target, int usual) {
      Matcher found = pattern.matcher(target);
      if (!found.matches()) {
        return target.matches(".*[?&]page(Size)?=.*") && !target.matches(".*=\\d+.*") ? 0 : usual;
      }
      return found.group(1).length() > 9 ? 1_000_000 : Integer.parseInt(found.group(1));
    }

    private static Response json(int status, String body) {
      return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> found(Fault fault) {
    var service = new Service(new ArrayList<>(), fault);
    try (var server =
        SmallServer.start(
            request -> {
              synchronized (service) {
                return service.answer(request);
              }
            })) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(150).withoutFuzzing());
      return new Conformance(Contracts.of("notes.yaml", NOTES), options, event -> {})
          .run().findings().stream().map(finding -> finding.breaks().id()).toList();
    }
  }

  @Test
  void whatAListShowsUnderAnotherIdIsListed() {
    assertThat(found(Fault.NONE)).doesNotContain("conform/not-listed");
  }

  @Test
  void whatItDoesNotShowIsNot() {
    assertThat(found(Fault.HIDES_THE_LAST)).contains("conform/not-listed");
  }

  @Test
  void pagesMayBeCountedFromOne() {
    assertThat(found(Fault.NONE)).doesNotContain("conform/pages-repeat");
  }

  @Test
  void pagesThatAreAllTheSameRepeat() {
    assertThat(found(Fault.IGNORES_THE_PAGE)).contains("conform/pages-repeat");
  }
}
