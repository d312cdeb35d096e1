package dev.concordat.cli.packaging;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One class, and what it becomes.
final class PlainClass {
  private static final int MADE =
      AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();

  private final ClassFile files;
  private final ClassModel old;
  private final ClassDesc self;
  private final List<PlainMethod> methods = new ArrayList<>();
  private final Map<ClassDesc, byte[]> functions = new LinkedHashMap<>();

  PlainClass(ClassFile files, ClassModel old) {
    this.files = files;
    this.old = old;
    this.self = old.thisClass().asSymbol();
  }

  /// The class that stands for its nest: the outermost one.
  ClassDesc nest() {
    return old.findAttribute(Attributes.nestHost())
        .map(host -> host.nestHost().asSymbol())
        .orElse(self);
  }

  /// The classes of its lambdas, once it is {@link #changed}.
  Map<ClassDesc, byte[]> functions() {
    return functions;
  }

  /// Nothing where it has no part that is made at run time.
  Optional<byte[]> changed() {
    if (old.findAttribute(Attributes.bootstrapMethods()).isEmpty()) {
      return Optional.empty();
    }
    byte[] made =
        files.transformClass(
            old,
            ClassTransform.transformingMethodBodies(this::change)
                .andThen(ClassTransform.endHandler(this::addMethods)));
    return methods.isEmpty() && functions.isEmpty() ? Optional.empty() : Optional.of(made);
  }

  private void change(CodeBuilder code, CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)) {
      code.with(element);
      return;
    }
    Optional<PlainFunction> function = PlainFunction.of(call);
    Optional<PlainMethod> method = TypeSwitch.of(call).or(() -> RecordMethod.of(call));
    if (function.isPresent()) {
      ClassDesc type = self.nested("Plain$" + functions.size());
      functions.put(type, function.get().file(files, type, nest()));
      code.invokestatic(type, PlainFunction.MAKE, function.get().captured());
    } else if (method.isPresent()) {
      boolean isInterface = old.flags().has(AccessFlag.INTERFACE);
      code.invokestatic(self, name(methods.size()), method.get().type(), isInterface);
      methods.add(method.get());
    } else {
      code.with(element);
    }
  }

  private void addMethods(ClassBuilder builder) {
    for (int i = 0; i < methods.size(); i++) {
      PlainMethod method = methods.get(i);
      builder.withMethodBody(name(i), method.type(), MADE, method::write);
    }
  }

  private static String name(int number) {
    return "plain$" + number;
  }
}
