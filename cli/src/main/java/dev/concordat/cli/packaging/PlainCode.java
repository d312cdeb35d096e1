package dev.concordat.cli.packaging;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classes of which the JVM would make a part at run time, at every start anew: which of several types a value has, and
/// whether two records are equal. That part is written into the class instead, where an ahead-of-time cache holds it.
/// Why: `docs/decisions/0023-switches-and-records-as-plain-code.md`.
final class PlainCode {
  private static final int MADE =
      AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();

  private final ClassFile files;

  /// @param classes finds what the classes refer to
  PlainCode(ClassLoader classes) {
    this.files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// The class with plain code; nothing where it has no such part, or cannot be checked, for example because it refers to
  /// classes that are not there.
  Optional<byte[]> plain(byte[] file) {
    try {
      ClassModel old = files.parse(file);
      return old.methods().stream().anyMatch(PlainCode::isToChange)
          ? Optional.of(changed(old)).filter(made -> files.verify(made).isEmpty())
          : Optional.empty();
    } catch (IllegalArgumentException unresolved) {
      return Optional.empty();
    }
  }

  private byte[] changed(ClassModel old) {
    ClassDesc self = old.thisClass().asSymbol();
    boolean isInterface = old.flags().has(AccessFlag.INTERFACE);
    List<PlainMethod> methods = new ArrayList<>();
    ClassTransform calls =
        ClassTransform.transformingMethodBodies(
            PlainCode::isToChange,
            (code, element) -> {
              Optional<PlainMethod> plain = plain(element);
              if (plain.isPresent()) {
                code.invokestatic(self, name(methods.size()), plain.get().type(), isInterface);
                methods.add(plain.get());
              } else {
                code.with(element);
              }
            });
    return files.transformClass(
        old, calls.andThen(ClassTransform.endHandler(builder -> add(methods, builder))));
  }

  private static void add(List<PlainMethod> methods, ClassBuilder builder) {
    for (int i = 0; i < methods.size(); i++) {
      PlainMethod method = methods.get(i);
      builder.withMethodBody(name(i), method.type(), MADE, method::write);
    }
  }

  private static String name(int number) {
    return "plain$" + number;
  }

  private static boolean isToChange(MethodModel method) {
    return method
        .code()
        .filter(code -> code.elementStream().anyMatch(element -> plain(element).isPresent()))
        .isPresent();
  }

  private static Optional<PlainMethod> plain(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        ? TypeSwitch.of(call).or(() -> RecordMethod.of(call))
        : Optional.empty();
  }
}
