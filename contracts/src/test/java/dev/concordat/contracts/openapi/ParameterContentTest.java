package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterContentTest {
  private static List<String> judged(String parameter, String target, String cookie) {
    OpenApiContract contract =
        Texts.contract(
            """
            openapi: 3.2.0
            info: {title: t, version: '1'}
            paths:
              /a:
                get:
                  parameters: [%s]
                  responses: {'200': {description: ok}}
            """
                .formatted(parameter));
    assertThat(contract.problems()).isEmpty();
    return new HttpJudge(contract)
        .judgeRequest(Texts.get(target, "Cookie: " + cookie)).stream()
            .map(Breach::pointer)
            .toList();
  }

  private static final String FORM =
      "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object,"
          + " required: [n], properties: {n: {type: integer}, l: {type: array, items: {type: integer}}}}}}}";
  private static final String JSON =
      "{name: q, in: querystring, required: true, content: {application/json: {schema: {type: object, required: [n]}}}}";
  private static final String FIELD =
      "{name: f, in: query, content: {application/json: {schema: {type: array, items: {type: integer}}}}}";
  private static final String TEXT =
      "{name: f, in: query, content: {text/plain: {schema: {type: string, maxLength: 3}}}}";
  private static final String COOKIE =
      "{name: c, in: cookie, style: cookie, schema: {type: string, maxLength: 3}}";

  private static String parameter(String name) {
    return switch (name) {
      case "form" -> FORM;
      case "json" -> JSON;
      case "field" -> FIELD;
      case "text" -> TEXT;
      default -> COOKIE;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "form,   /a?n=1&l=2&l=3,         x=y",
    "json,   /a?%7B%22n%22%3A1%7D,   x=y",
    "field,  '/a?f=%5B1,2%5D',       x=y",
    "text,   /a?f=abc,               x=y",
    "cookie, /a,                     c=%41",
  })
  void holds(String parameter, String target, String cookie) {
    assertThat(judged(parameter(parameter), target, cookie)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "form,   /a?n=x,       x=y,       querystring:q",
    "form,   /a?l=2,       x=y,       querystring:q",
    "json,   /a,           x=y,       querystring:q",
    "json,   /a?%7B,       x=y,       querystring:q",
    "field,  /a?f=1,       x=y,       query:f",
    "text,   /a?f=abcd,    x=y,       query:f",
    "cookie, /a,           c=%41%41,  cookie:c",
  })
  void isReported(String parameter, String target, String cookie, String pointer) {
    assertThat(judged(parameter(parameter), target, cookie)).containsExactly(pointer);
  }
}
