package dev.concordat.cli.packaging;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A lambda or a method reference (`java.lang.invoke.LambdaMetafactory.metafactory`) as a class of its own, a member of the nest in
/// which it is written: what it holds in fields, and one method that passes them and its arguments on.
///
/// @param captured of what is made, to what interface
/// @param method of the interface, as the interface declares it
/// @param target what is called
/// @param arguments what the arguments are known to be
record PlainFunction(
    MethodTypeDesc captured,
    String name,
    MethodTypeDesc method,
    DirectMethodHandleDesc target,
    List<ClassDesc> arguments) {
  /// The static method that gives one.
  static final String MAKE = "make";

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
  private static final String ONLY = "ONLY";
  private static final int FIELD = AccessFlag.PRIVATE.mask() | AccessFlag.FINAL.mask();

  /// Nothing where it is another call, or where numbers of one kind become those of another on the way.
  static Optional<PlainFunction> of(InvokeDynamicInstruction call) {
    if (!call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        || !call.bootstrapMethod().methodName().equals("metafactory")) {
      return Optional.empty();
    }
    var function =
        new PlainFunction(
            call.typeSymbol(),
            call.name().stringValue(),
            (MethodTypeDesc) call.bootstrapArgs().get(0),
            (DirectMethodHandleDesc) call.bootstrapArgs().get(1),
            ((MethodTypeDesc) call.bootstrapArgs().get(2)).parameterList());
    return function.isPlain() ? Optional.of(function) : Optional.empty();
  }

  private boolean isPlain() {
    List<ClassDesc> wanted = wanted();
    List<ClassDesc> given = given();
    for (int i = 0; i < given.size(); i++) {
      if (!Conversion.isPlain(given.get(i), wanted.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!Conversion.isPlain(method.parameterType(i), arguments.get(i))) {
        return false;
      }
    }
    return method.returnType().equals(ConstantDescs.CD_void)
        || Conversion.isPlain(target.invocationType().returnType(), method.returnType());
  }

  /// What is passed: what is held, then what the arguments are known to be.
  private List<ClassDesc> given() {
    var given = new ArrayList<>(captured.parameterList());
    given.addAll(arguments);
    return given;
  }

  /// What the target takes, with the object that it is called on.
  private List<ClassDesc> wanted() {
    return target.invocationType().parameterList();
  }

  /// Writes the class.
  ///
  /// @param self its name
  /// @param nest the class that stands for the nest
  byte[] file(ClassFile files, ClassDesc self, ClassDesc nest) {
    return files.build(
        self,
        made -> {
          made.withFlags(AccessFlag.FINAL, AccessFlag.SUPER, AccessFlag.SYNTHETIC);
          made.withInterfaceSymbols(captured.returnType());
          made.with(NestHostAttribute.of(nest));
          for (int i = 0; i < captured.parameterCount(); i++) {
            made.withField(field(i), captured.parameterType(i), FIELD);
          }
          constructor(made, self);
          maker(made, self);
          made.withMethodBody(name, method, AccessFlag.PUBLIC.mask(), code -> passOn(code, self));
        });
  }

  private MethodTypeDesc constructed() {
    return captured.changeReturnType(ConstantDescs.CD_void);
  }

  private void constructor(ClassBuilder made, ClassDesc self) {
    made.withMethodBody(
        ConstantDescs.INIT_NAME,
        constructed(),
        AccessFlag.PRIVATE.mask(),
        code -> {
          code.aload(0)
              .invokespecial(
                  ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
          for (int i = 0; i < captured.parameterCount(); i++) {
            ClassDesc type = captured.parameterType(i);
            code.aload(0)
                .loadLocal(TypeKind.from(type), code.parameterSlot(i))
                .putfield(self, field(i), type);
          }
          code.return_();
        });
  }

  /// One that holds nothing is made once.
  private void maker(ClassBuilder made, ClassDesc self) {
    boolean isOne = captured.parameterCount() == 0;
    if (isOne) {
      made.withField(ONLY, self, FIELD | AccessFlag.STATIC.mask());
      made.withMethodBody(
          ConstantDescs.CLASS_INIT_NAME,
          ConstantDescs.MTD_void,
          AccessFlag.STATIC.mask(),
          code -> {
            construct(code, self);
            code.putstatic(self, ONLY, self).return_();
          });
    }
    made.withMethodBody(
        MAKE,
        captured,
        AccessFlag.STATIC.mask(),
        code -> {
          if (isOne) {
            code.getstatic(self, ONLY, self);
          } else {
            construct(code, self);
          }
          code.areturn();
        });
  }

  private void construct(CodeBuilder code, ClassDesc self) {
    code.new_(self).dup();
    for (int i = 0; i < captured.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(captured.parameterType(i)), code.parameterSlot(i));
    }
    code.invokespecial(self, ConstantDescs.INIT_NAME, constructed());
  }

  private void passOn(CodeBuilder code, ClassDesc self) {
    List<ClassDesc> wanted = wanted();
    if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      code.new_(target.owner()).dup();
    }
    int held = captured.parameterCount();
    for (int i = 0; i < held; i++) {
      ClassDesc type = captured.parameterType(i);
      code.aload(0).getfield(self, field(i), type);
      Conversion.write(code, type, wanted.get(i));
    }
    for (int i = 0; i < method.parameterCount(); i++) {
      ClassDesc type = method.parameterType(i);
      code.loadLocal(TypeKind.from(type), code.parameterSlot(i));
      Conversion.write(code, type, arguments.get(i));
      Conversion.write(code, arguments.get(i), wanted.get(held + i));
    }
    call(code);
    ClassDesc result = target.invocationType().returnType();
    if (method.returnType().equals(ConstantDescs.CD_void)) {
      drop(code, result);
    } else {
      Conversion.write(code, result, method.returnType());
    }
    code.return_(TypeKind.from(method.returnType()));
  }

  private static void drop(CodeBuilder code, ClassDesc result) {
    switch (TypeKind.from(result).slotSize()) {
      case 0 -> {}
      case 1 -> code.pop();
      default -> code.pop2();
    }
  }

  private void call(CodeBuilder code) {
    ClassDesc owner = target.owner();
    String called = target.methodName();
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
    boolean isInterface = target.isOwnerInterface();
    switch (target.kind()) {
      case CONSTRUCTOR -> code.invokespecial(owner, ConstantDescs.INIT_NAME, type);
      case STATIC, INTERFACE_STATIC -> code.invokestatic(owner, called, type, isInterface);
      // Private methods too are called like this from within their nest (JVM specification, section
      // 5.4.4).
      default -> {
        if (isInterface) {
          code.invokeinterface(owner, called, type);
        } else {
          code.invokevirtual(owner, called, type);
        }
      }
    }
  }

  private static String field(int number) {
    return "held" + number;
  }
}
