package dev.concordat.cli.packaging;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/// What a class calls instead of code that the JVM makes: a static method of its own.
interface PlainMethod {
  MethodTypeDesc type();

  void write(CodeBuilder code);
}
