package dev.concordat.contracts.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultipartBodiesTest {
  private static final String TYPE = "multipart/form-data; boundary=b";

  private final OpenApiContract contract =
      Bodies.contract(
          "multipart/form-data",
          """

                    schema:
                      type: object
                      required: [title, photo]
                      additionalProperties: false
                      properties:
                        title: {type: string, minLength: 3}
                        count: {type: integer}
                        address: {type: object, required: [city], properties: {city: {type: string}}}
                        tags: {type: array, items: {type: string}}
                        photo: {type: string, format: binary, maxLength: 5}
                        notes: {type: object, properties: {n: {type: integer}}}
                    encoding:
                      photo:
                        contentType: image/png, image/*
                        headers:
                          X-Width: {required: true, schema: {type: integer}}
                      notes: {contentType: application/xml}""");

  private static final String PHOTO =
      "Content-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\n"
          + "Content-Type: image/png\nX-Width: 7\n\nbytes";

  private List<String> judged(String... parts) {
    return Bodies.judged(contract, TYPE, Bodies.multipart(parts));
  }

  @Test
  void partsAreTheMembersOfAnObject() {
    String body =
        Bodies.multipart(
            Bodies.field("title", "Zoë"),
            Bodies.field("count", "7"),
            Bodies.part("address", "application/json", "{\"city\":\"Oslo\"}"),
            Bodies.field("tags", "a"),
            Bodies.field("tags", "b"),
            PHOTO,
            Bodies.part("notes", "application/xml", "<notes><n>1</n></notes>"));

    String read = Bodies.read(contract, TYPE, body);

    assertThat(read)
        .isEqualTo(
            "{\"title\":\"Zoë\",\"count\":7,\"address\":{\"city\":\"Oslo\"},\"tags\":[\"a\",\"b\"],"
                + "\"photo\":\"bytes\",\"notes\":{\"n\":1}}");
    assertThat(Bodies.judged(contract, TYPE, body)).isEmpty();
  }

  @Test
  void onePartIsAListOfOneWhereAListIsWanted() {
    String body = Bodies.multipart(Bodies.field("tags", "a"));

    assertThat(Bodies.read(contract, TYPE, body)).isEqualTo("{\"tags\":[\"a\"]}");
  }

  @Test
  void anObjectWithoutContentTypeIsJson() {
    assertThat(
            judged(Bodies.field("title", "long"), PHOTO, Bodies.field("address", "{\"city\":1}")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/address/city address.city: 1 is a number, the contract wants a string");
  }

  @Test
  void reportsAMissingPart() {
    assertThat(judged(Bodies.field("title", "long")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/photo ");
  }

  @Test
  void reportsAPartThatNobodyDocuments() {
    assertThat(judged(Bodies.field("title", "long"), PHOTO, Bodies.field("other", "x")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/other ");
  }

  @Test
  void reportsAValueThatBreaksItsSchema() {
    assertThat(judged(Bodies.field("title", "x"), PHOTO, Bodies.field("count", "many")))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("/title "))
        .anyMatch(line -> line.startsWith("/count "));
  }

  @Test
  void reportsTheContentTypeOfAPartAndNothingElseOfIt() {
    String text =
        "Content-Disposition: form-data; name=\"photo\"\nContent-Type: text/plain\nX-Width: 7\n\nlonger than five";

    assertThat(judged(Bodies.field("title", "long"), text))
        .containsExactly("/photo the Content-Type of part 'photo' is text/plain");
  }

  @Test
  void reportsHeadersOfParts() {
    assertThat(judged(Bodies.field("title", "long"), PHOTO.replace("X-Width: 7\n", "")))
        .containsExactly(
            "/photo/header:X-Width part 'photo' has no header 'X-Width', which is required");
    assertThat(judged(Bodies.field("title", "long"), PHOTO.replace("7", "wide")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/photo/header:X-Width the header 'X-Width' of part 'photo'");
  }

  @Test
  void lengthsOfBinaryPartsCountBytes() {
    assertThat(judged(Bodies.field("title", "long"), PHOTO.replace("bytes", "sixbyt")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/photo ");
  }

  @Test
  void twoPartsAreNotOneValue() {
    assertThat(judged(Bodies.field("title", "long"), Bodies.field("title", "again"), PHOTO))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/title ")
        .contains("the contract wants a string");
  }

  @Test
  void reportsAPartThatIsNotWhatItSays() {
    assertThat(
            judged(
                Bodies.field("title", "long"),
                PHOTO,
                Bodies.part("address", "application/json", "{")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/address part 'address' is not JSON: ");
  }

  @Test
  void partsByPositionAreTheItemsOfAList() {
    OpenApiContract mixed =
        Bodies.contract(
            "multipart/mixed",
            """

                    itemSchema: {type: object, required: [id]}
                    prefixEncoding: [{contentType: application/json}]
                    itemEncoding: {contentType: 'application/vnd.a+json, application/json'}""");
    String body =
        Bodies.multipart(
            "Content-Type: application/json\n\n{\"id\":1}",
            "Content-Type: application/json\n\n{}",
            "Content-Type: text/plain\n\nhello");

    List<String> judged = Bodies.judged(mixed, "multipart/mixed; boundary=\"b\"", body);

    assertThat(judged).hasSize(2);
    assertThat(judged.get(0)).isEqualTo("/* the Content-Type of part 3 is text/plain");
    assertThat(judged.get(1)).startsWith("/*/id ");
  }

  @Nested
  class Failures {
    private String read(String type, String body) {
      return Bodies.read(contract, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBoundaryIsNeeded() {
      assertThat(read("multipart/form-data", Bodies.multipart()))
          .isEqualTo("malformed: multipart, but its Content-Type has no boundary");
      assertThat(read("multipart/form-data; boundary=" + "x".repeat(71), "--x"))
          .isEqualTo("malformed: multipart with a boundary of more than 70 characters");
      assertThat(read("multipart/form-data; boundary=other", Bodies.multipart()))
          .isEqualTo("malformed: not multipart: the boundary --other is not in it");
    }

    @Test
    void aCutBodyIsSeen() {
      String whole = Bodies.multipart(Bodies.field("title", "long"));

      assertThat(read(TYPE, whole.substring(0, whole.length() - 6)))
          .isEqualTo("malformed: cut: the closing boundary --b-- is missing");
    }

    @Test
    void headersHaveLimits() {
      assertThat(read(TYPE, Bodies.multipart("X: " + "a".repeat(17_000) + "\n\nb")))
          .isEqualTo("malformed: broken in part 1: a header line is longer than 16384 bytes");
      assertThat(read(TYPE, Bodies.multipart("X: a\n".repeat(101) + "\nb")))
          .isEqualTo("malformed: broken in part 1: it has more than 100 header lines");
      assertThat(read(TYPE, Bodies.multipart("no colon\n\nb")))
          .isEqualTo("malformed: broken in part 1: the header line 'no colon' has no colon");
      assertThat(read(TYPE, Bodies.multipart("X: a")))
          .isEqualTo(
              "malformed: broken in part 1: no empty line stands between its headers and its content");
    }

    @Test
    void formsNameTheirParts() {
      assertThat(read(TYPE, Bodies.multipart("Content-Type: text/plain\n\nb")))
          .isEqualTo("malformed: a form, but part 1 has no name");
    }

    @Test
    void partsHaveALimit() {
      String[] parts = new String[10_001];
      Arrays.fill(parts, Bodies.field("a", "b"));

      assertThat(read(TYPE, Bodies.multipart(parts)))
          .isEqualTo("malformed: of more than 10000 parts");
    }
  }
}
