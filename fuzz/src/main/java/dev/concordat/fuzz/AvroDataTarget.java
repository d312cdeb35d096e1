package dev.concordat.fuzz;

import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.contracts.avro.AvroJudge;
import dev.concordat.contracts.avro.AvroPlain;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// The bytes of an Avro message, judged by a schema with every type; what was read is written and read again.
record AvroDataTarget(AvroSchema schema) implements Target {
  AvroDataTarget() {
    this(((AvroContract) Workspace.contract("every-type.avsc")).schema().orElseThrow());
  }

  @Override
  public void take(byte[] input) {
    var judge = new AvroJudge(schema);
    judge.judgeJson(input);
    AvroJudge.Judged judged = judge.judge(input);
    if (judged.verdict().isFit() && judged.value().isPresent()) {
      roundTrip(judged.value().get());
    }
  }

  private void roundTrip(JsonValue value) {
    AvroPlain.of(schema, value);
    AvroBinary.Encoded encoded = AvroBinary.encode(schema, value);
    Optional<JsonValue> again =
        encoded.bytes().flatMap(bytes -> AvroBinary.decode(schema, bytes.toArray()).value());
    if (!again.equals(Optional.of(value))) {
      throw new AssertionError("written and read again, it is another value: " + value);
    }
  }
}
