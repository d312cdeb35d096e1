package dev.concordat.cli.packaging;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// Which of several types a value has (`java.lang.runtime.SwitchBootstraps.typeSwitch`): the number of the first one from a
/// number on, -1 for null, and how many there are where it has none of them.
record TypeSwitch(MethodTypeDesc type, List<ClassDesc> labels) implements PlainMethod {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  /// Nothing where it is another call, or where constants are told apart as well.
  static Optional<PlainMethod> of(InvokeDynamicInstruction call) {
    boolean isSwitch =
        call.bootstrapMethod().owner().equals(BOOTSTRAPS)
            && call.bootstrapMethod().methodName().equals("typeSwitch");
    List<ClassDesc> labels =
        isSwitch
            ? call.bootstrapArgs().stream()
                .filter(ClassDesc.class::isInstance)
                .map(ClassDesc.class::cast)
                .filter(label -> !label.isPrimitive())
                .toList()
            : List.of();
    return isSwitch
            && labels.size() == call.bootstrapArgs().size()
            && !call.typeSymbol().parameterType(0).isPrimitive()
        ? Optional.of(new TypeSwitch(call.typeSymbol(), labels))
        : Optional.empty();
  }

  @Override
  public void write(CodeBuilder code) {
    int value = 0;
    int from = 1;
    Label isSomething = code.newLabel();
    code.aload(value).ifnonnull(isSomething).iconst_m1().ireturn().labelBinding(isSomething);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(from).loadConstant(i).if_icmpgt(next);
      code.aload(value).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
