package dev.concordat.cli.packaging;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `hashCode` and `equals` of a record (`java.lang.runtime.ObjectMethods`), by its components in their order.
record RecordMethod(MethodTypeDesc type, ClassDesc owner, List<Component> components)
    implements PlainMethod {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final int FIRST_COMPONENT = 2;
  private static final int FACTOR = 31;

  private record Component(String name, ClassDesc type) {
    /// What boxes it, and knows its hash and how two compare.
    ClassDesc wrapper() {
      return switch (type.descriptorString()) {
        case "Z" -> ConstantDescs.CD_Boolean;
        case "B" -> ConstantDescs.CD_Byte;
        case "S" -> ConstantDescs.CD_Short;
        case "C" -> ConstantDescs.CD_Character;
        case "I" -> ConstantDescs.CD_Integer;
        case "J" -> ConstantDescs.CD_Long;
        case "F" -> ConstantDescs.CD_Float;
        case "D" -> ConstantDescs.CD_Double;
        default -> type;
      };
    }
  }

  static Optional<PlainMethod> of(InvokeDynamicInstruction call) {
    String name = call.name().stringValue();
    boolean isOfRecord =
        call.bootstrapMethod().owner().equals(BOOTSTRAPS)
            && (name.equals("hashCode") || name.equals("equals"));
    return isOfRecord
        ? Optional.of(
            new RecordMethod(
                call.typeSymbol(),
                call.typeSymbol().parameterType(0),
                call.bootstrapArgs().stream()
                    .skip(FIRST_COMPONENT)
                    .map(DirectMethodHandleDesc.class::cast)
                    .map(
                        getter ->
                            new Component(
                                getter.methodName(), getter.invocationType().returnType()))
                    .toList()))
        : Optional.empty();
  }

  @Override
  public void write(CodeBuilder code) {
    if (type.parameterCount() == 1) {
      hash(code);
    } else {
      equality(code);
    }
  }

  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (Component each : components) {
      code.loadConstant(FACTOR).imul();
      get(code, 0, each);
      if (each.type.isPrimitive()) {
        code.invokestatic(
            each.wrapper(), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, each.type));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private void equality(CodeBuilder code) {
    int other = 1;
    int same = 2;
    Label isOther = code.newLabel();
    Label differs = code.newLabel();
    code.aload(0).aload(other).if_acmpne(isOther).iconst_1().ireturn().labelBinding(isOther);
    code.aload(other).instanceOf(owner).ifeq(differs);
    code.aload(other).checkcast(owner).astore(same);
    for (Component each : components) {
      get(code, 0, each);
      get(code, same, each);
      if (each.type.isPrimitive()) {
        code.invokestatic(
                each.wrapper(),
                "compare",
                MethodTypeDesc.of(ConstantDescs.CD_int, each.type, each.type))
            .ifne(differs);
      } else {
        code.invokestatic(
                OBJECTS,
                "equals",
                MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
            .ifeq(differs);
      }
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  private void get(CodeBuilder code, int local, Component component) {
    code.aload(local).getfield(owner, component.name, component.type);
  }
}
