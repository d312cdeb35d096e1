package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SwaggerReaderTest {
  static final String PETS =
      """
      swagger: '2.0'
      info: {title: Pets, version: '1.0'}
      host: pets.example:8443
      basePath: /v2/
      schemes: [https]
      consumes: [application/json, application/xml]
      produces: [application/json]
      securityDefinitions:
        login: {type: basic}
        key: {type: apiKey, in: query, name: api_key}
        oauth:
          type: oauth2
          flow: implicit
          authorizationUrl: https://auth.example/
          scopes: {'read:pets': read}
      security:
        - key: []
        - oauth: ['read:pets']
      paths:
        /pets:
          parameters:
            - {name: tenant, in: header, type: string, required: true}
          get:
            operationId: listPets
            parameters:
              - {name: status, in: query, type: array, items: {type: string, enum: [new, old]}, collectionFormat: multi}
              - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
              - {name: tags, in: query, type: array, items: {type: string}}
              - {name: rows, in: query, type: array, items: {type: string}, collectionFormat: tsv}
              - {name: words, in: header, type: array, items: {type: string}, collectionFormat: ssv}
              - {name: limit, in: query, type: integer, minimum: 1, maximum: 100, x-example: 20}
            responses:
              200:
                description: ok
                headers:
                  X-Total: {type: integer, minimum: 0}
                schema: {type: array, items: {$ref: '#/definitions/Pet'}}
                examples:
                  application/json: [{id: 1, name: Rex, petType: Dog}]
              default: {$ref: '#/responses/Error'}
          post:
            operationId: addPet
            parameters:
              - $ref: '#/parameters/PetBody'
            responses:
              201: {description: made}
        /pets/{id}/photo:
          post:
            operationId: addPhoto
            consumes: [multipart/form-data]
            produces: [image/png]
            security: []
            parameters:
              - {name: id, in: path, type: integer, required: true}
              - {name: photo, in: formData, type: file, required: true}
              - {name: labels, in: formData, type: array, items: {type: string, maxLength: 3}, collectionFormat: csv}
              - {name: note, in: formData, type: string, maxLength: 5}
            responses:
              200: {description: the photo, schema: {type: file}}
      parameters:
        PetBody:
          name: pet
          in: body
          required: true
          schema: {$ref: '#/definitions/Pet'}
      responses:
        Error: {description: error, schema: {$ref: '#/definitions/Error'}}
      definitions:
        Pet:
          type: object
          discriminator: petType
          required: [name, petType, id]
          properties:
            id: {type: integer, format: int64, readOnly: true}
            name: {type: string, x-nullable: true}
            petType: {type: string}
            age: {type: number, minimum: 0, exclusiveMinimum: true}
        Dog:
          allOf:
            - $ref: '#/definitions/Pet'
            - {type: object, properties: {bark: {type: boolean}}}
        Error:
          type: object
          example: {code: 5}
          properties: {code: {type: integer}}
      """;

  static HttpOperation operation(String id) {
    return Texts.contract(PETS).operation(id).orElseThrow();
  }

  static Schema body(String id) {
    return operation(id).body().orElseThrow().content().getFirst().schema().orElseThrow();
  }

  static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  @Test
  void readsWhatTheDocumentSaysOfItself() {
    // When
    OpenApiContract contract = Texts.contract(PETS);

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.specification()).isEqualTo("2.0");
    assertThat(contract.basePaths()).containsExactly("/v2");
    assertThat(contract.operations())
        .extracting(HttpOperation::id)
        .containsExactly("listPets", "addPet", "addPhoto");
  }

  @Test
  void listsAreWrittenAsTheirCollectionFormatSays() {
    // When
    List<Parameter> parameters = operation("listPets").parameters();

    // Then
    assertThat(parameters)
        .extracting(Parameter::pointer, Parameter::style, Parameter::explode)
        .containsExactly(
            tuple("header:tenant", ParameterStyle.SIMPLE, false),
            tuple("query:status", ParameterStyle.FORM, true),
            tuple("query:ids", ParameterStyle.PIPE_DELIMITED, false),
            tuple("query:tags", ParameterStyle.FORM, false),
            tuple("query:rows", ParameterStyle.TAB_DELIMITED, false),
            tuple("header:words", ParameterStyle.SPACE_DELIMITED, false),
            tuple("query:limit", ParameterStyle.FORM, true));
    assertThat(parameters.getLast().examples())
        .extracting(DocumentedExample::value)
        .containsExactly(json("20"));
  }

  @Test
  void aParameterIsItsOwnSchema() {
    // When
    Schema limit = operation("listPets").parameters().getLast().schema().orElseThrow();

    // Then
    assertThat(limit.accepts(json("100"))).isTrue();
    assertThat(limit.validate(json("101")))
        .singleElement()
        .satisfies(it -> assertThat(it.sentence().shortForm()).isEqualTo("openapi.yaml:31"));
  }

  @Test
  void requestsAreJudgedByEveryCollectionFormat() {
    // Given
    var judge = new HttpJudge(Texts.contract(PETS));

    // When
    List<Breach> breaches =
        judge.judgeRequest(
            Texts.get(
                "/v2/pets?status=new&status=odd&ids=1%7C2%7Cx&tags=a,b&rows=a%09b&limit=5",
                "tenant: t", "words: a b c"));

    // Then
    assertThat(breaches)
        .extracting(Breach::pointer, Breach::kind)
        .containsExactly(
            tuple("query:status", Breach.Kind.BAD_PARAMETER),
            tuple("query:ids", Breach.Kind.BAD_PARAMETER));
  }

  @Test
  void aBodyHasEveryMediaTypeThatTheDocumentConsumes() {
    // When
    RequestBody body = operation("addPet").body().orElseThrow();

    // Then
    assertThat(body.required()).isTrue();
    assertThat(body.content())
        .extracting(spec -> spec.mediaType().toString())
        .containsExactly("application/json", "application/xml");
    assertThat(body.place().shortForm()).isEqualTo("openapi.yaml:62");
  }

  @Test
  void schemasFollowTheRulesOfSwagger() {
    // Given
    Schema pet = body("addPet");

    // When
    var withoutReadOnly = json("{\"name\": null, \"petType\": \"Dog\"}");

    // Then
    assertThat(pet.validate(withoutReadOnly, Direction.REQUEST)).isEmpty();
    assertThat(pet.validate(withoutReadOnly, Direction.RESPONSE)).hasSize(1);
    assertThat(pet.accepts(json("{\"id\":1,\"name\":\"x\",\"petType\":\"Dog\",\"age\":0}")))
        .isFalse();
  }

  @Test
  void theDiscriminatorIsAMemberWhoseValuesAreNamesOfDefinitions() {
    // Given
    Schema pet = body("addPet");

    // When
    var discriminator = pet.view().discriminator();

    // Then
    assertThat(discriminator).map(it -> it.property()).contains("petType");
    assertThat(Texts.schemaAt(PETS, "/definitions/Dog").view().discriminatorValues())
        .isEqualTo(Map.of("petType", "Dog"));
  }

  @Test
  void formDataMakesOneFormOfWhichEachParameterIsAMember() {
    // When
    MediaTypeSpec form = operation("addPhoto").body().orElseThrow().content().getFirst();

    // Then
    Schema schema = form.schema().orElseThrow();
    assertThat(form.mediaType().toString()).isEqualTo("multipart/form-data");
    assertThat(schema.view().properties().keySet()).containsExactly("photo", "labels", "note");
    assertThat(schema.view().required()).containsExactly("photo");
    Schema photo = Objects.requireNonNull(schema.view().properties().get("photo"));
    assertThat(photo.view().types()).containsExactly(JsonType.STRING);
    assertThat(photo.view().format()).contains("binary");
    assertThat(form.encodings().named("labels"))
        .hasValueSatisfying(
            it -> {
              assertThat(it.style()).contains(ParameterStyle.FORM);
              assertThat(it.explode()).isFalse();
            });
  }

  @Test
  void aFormsBreachPointsAtTheParameter() {
    // Given
    Schema form = body("addPhoto");

    // When
    var violations = form.validate(json("{\"photo\": \"x\", \"note\": \"too long\"}"));

    // Then
    assertThat(violations)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.sentence().shortForm()).isEqualTo("openapi.yaml:57");
              assertThat(it.sentence().pointer())
                  .isEqualTo("/paths/~1pets~1{id}~1photo/post/parameters/3/maxLength");
            });
  }

  @Test
  void aFileInAResponseIsAnyBody() {
    // When
    ResponseSpec response = operation("addPhoto").response(200).orElseThrow();

    // Then
    assertThat(response.content())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.mediaType().toString()).isEqualTo("image/png");
              assertThat(it.schema()).isEmpty();
            });
  }

  @Test
  void responsesHaveTheirHeadersSchemasAndExamples() {
    // When
    HttpOperation operation = operation("listPets");

    // Then
    ResponseSpec ok = operation.response(200).orElseThrow();
    assertThat(ok.headers()).extracting(Parameter::name).containsExactly("X-Total");
    assertThat(ok.content().getFirst().examples())
        .extracting(DocumentedExample::value)
        .containsExactly(json("[{\"id\":1,\"name\":\"Rex\",\"petType\":\"Dog\"}]"));
    assertThat(operation.response(500).orElseThrow().content().getFirst().examples())
        .extracting(DocumentedExample::value)
        .containsExactly(json("{\"code\":5}"));
  }

  @Test
  void credentialsAreReadWithTheirScopes() {
    // When
    List<List<SecurityNeed>> security = operation("listPets").security();

    // Then
    assertThat(security)
        .hasSize(2)
        .allSatisfy(needs -> assertThat(needs).hasSize(1))
        .extracting(needs -> needs.getFirst().kind())
        .containsExactly(SecurityKind.API_KEY, SecurityKind.OAUTH2);
    assertThat(security.getLast().getFirst().scopes()).containsExactly("read:pets");
    assertThat(operation("addPhoto").security()).isEmpty();
  }
}
