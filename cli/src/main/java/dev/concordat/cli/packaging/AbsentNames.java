package dev.concordat.cli.packaging;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/// Classes that code asks for by their name, to see whether they are there, and that are in no jar: they are looked for among those of
/// the JDK only. Otherwise the JVM opens every jar and reads what is in it, a tenth of a second of each start. Use a new one for each
/// method.
final class AbsentNames implements CodeTransform {
  private static final ClassDesc CLASS_LOADER = ClassDesc.of("java.lang.ClassLoader");
  private static final MethodTypeDesc WHERE =
      MethodTypeDesc.of(
          ConstantDescs.CD_Class, ConstantDescs.CD_String, ConstantDescs.CD_boolean, CLASS_LOADER);

  private final ClassLoader classes;
  private @Nullable String constant;

  /// @param classes finds all that are there
  AbsentNames(ClassLoader classes) {
    this.classes = classes;
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call && isAsked(call) && isAbsent(constant)) {
      code.iconst_0()
          .invokestatic(CLASS_LOADER, "getPlatformClassLoader", MethodTypeDesc.of(CLASS_LOADER))
          .invokestatic(ConstantDescs.CD_Class, "forName", WHERE);
    } else {
      code.with(element);
    }
    constant =
        element instanceof ConstantInstruction each && each.constantValue() instanceof String text
            ? text
            : null;
  }

  private static boolean isAsked(InvokeInstruction call) {
    return call.owner().asSymbol().equals(ConstantDescs.CD_Class)
        && call.name().equalsString("forName")
        && call.typeSymbol().parameterCount() == 1;
  }

  private boolean isAbsent(@Nullable String name) {
    return name != null && classes.getResource(name.replace('.', '/') + ".class") == null;
  }
}
