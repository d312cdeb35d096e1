package dev.concordat.cli.packaging;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/// What a lambda's class does to what it passes on: a cast, or a number put into its object or taken out of it.
final class Conversion {
  private record Box(ClassDesc wrapper, String unboxing) {}

  private static final Map<ClassDesc, Box> BOXES =
      Map.of(
          ConstantDescs.CD_boolean, new Box(ConstantDescs.CD_Boolean, "booleanValue"),
          ConstantDescs.CD_byte, new Box(ConstantDescs.CD_Byte, "byteValue"),
          ConstantDescs.CD_short, new Box(ConstantDescs.CD_Short, "shortValue"),
          ConstantDescs.CD_char, new Box(ConstantDescs.CD_Character, "charValue"),
          ConstantDescs.CD_int, new Box(ConstantDescs.CD_Integer, "intValue"),
          ConstantDescs.CD_long, new Box(ConstantDescs.CD_Long, "longValue"),
          ConstantDescs.CD_float, new Box(ConstantDescs.CD_Float, "floatValue"),
          ConstantDescs.CD_double, new Box(ConstantDescs.CD_Double, "doubleValue"));

  private Conversion() {}

  /// Whether it is a cast, or a primitive and the object of exactly its type.
  static boolean isPlain(ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && to.isPrimitive()) {
      return from.equals(to);
    }
    // An Object may hold another number than the one that is wanted, which the JVM would widen.
    return to.isPrimitive()
        ? box(to).filter(box -> box.wrapper.equals(from)).isPresent()
        : !from.equals(ConstantDescs.CD_void);
  }

  static void write(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && !to.isPrimitive()) {
      ClassDesc wrapper = box(from).orElseThrow().wrapper;
      code.invokestatic(wrapper, "valueOf", MethodTypeDesc.of(wrapper, from));
    } else if (to.isPrimitive() && !from.isPrimitive()) {
      Box box = box(to).orElseThrow();
      code.invokevirtual(box.wrapper, box.unboxing, MethodTypeDesc.of(to));
    } else if (!from.equals(to) && !to.equals(ConstantDescs.CD_Object)) {
      code.checkcast(to);
    }
  }

  private static Optional<Box> box(ClassDesc primitive) {
    return Optional.ofNullable(BOXES.get(primitive));
  }
}
