// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may know whom.
 */
class ArchitectureTests {

	private static final String ROOT = "com.starmates.telemetry";

	private static final String[] FLOOR = { ROOT + ".tracking..", ROOT + ".context..", ROOT + ".resource..",
			ROOT + ".error..", ROOT + ".masking..", ROOT + ".cardinality..", ROOT + ".proxy.." };

	private static final String[] FEATURES = { "ai", "business", "http", "logging", "messaging", "export",
			"persistence", "database", "doctor" };

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyWiringKnowsSpringBoot() {
		noClasses().that()
			.resideOutsideOfPackage("..autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.because("plain classes must be usable, and testable, without Boot")
			.check(CLASSES);
	}

	@Test
	void plainClassesDoNotKnowTheirWiring() {
		noClasses().that()
			.resideOutsideOfPackage("..autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("..autoconfigure..")
			.check(CLASSES);
	}

	@Test
	void loggingKnowsNothingOfSpring() {
		noClasses().that()
			.resideInAPackage(ROOT + ".logging..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.because("Logback may start before Spring does")
			.check(CLASSES);
	}

	@Test
	void maskingKnowsNothingButTheJdk() {
		noClasses().that()
			.resideInAPackage(ROOT + ".masking..")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("java..", ROOT + ".masking..", "org.jspecify..")
			.because("what is never written down is the same wherever it is written")
			.check(CLASSES);
	}

	@Test
	void featuresDoNotKnowEachOther() {
		for (String feature : FEATURES) {
			DescribedPredicate<JavaClass> foreign = JavaClass.Predicates.resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ROOT + "." + feature + "..")))
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(FLOOR)));
			noClasses().that()
				.resideInAPackage(ROOT + "." + feature + "..")
				.should()
				.dependOnClassesThat(foreign)
				.check(CLASSES);
		}
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsHaveNoPublicMembers() {
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.check(CLASSES);
	}

	@Test
	void beansCannotBeTakenForTheApplications() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.haveNameStartingWith("telemetry")
			.because("an application may have a component named like a class of ours")
			.check(CLASSES);
	}

	/** Spring looks for the name first, and otherwise asks every bean for its type. */
	@Test
	void parametersAreCalledLikeTheBeansTheyWant() {
		Map<Class<?>, Set<String>> names = beanMethods().collect(
				Collectors.groupingBy(Method::getReturnType, Collectors.mapping(Method::getName, Collectors.toSet())));
		names.put(OpenTelemetry.class, Set.of("openTelemetrySdk"));
		names.put(OpenTelemetrySdk.class, Set.of("openTelemetrySdk"));
		assertThat(beanMethods().flatMap((method) -> Stream.of(method.getParameters())))
			.filteredOn((parameter) -> names.containsKey(wanted(parameter)))
			.hasSizeGreaterThan(30)
			.allSatisfy((parameter) -> assertThat(names.get(wanted(parameter))).as(parameter.toString())
				.contains(parameter.getName()));
	}

	@Test
	void everyPackageIsNullMarked() {
		ArchRule rule = classes().should()
			.resideInAPackage(ROOT + "..")
			.andShould(ArchitectureConditions.resideInAPackageAnnotatedWith(NullMarked.class));
		rule.check(CLASSES);
	}

	@Test
	void noMutableStaticState() {
		fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().beFinal().check(CLASSES);
	}

	@Test
	void onlyTheEnvironmentIsRead() {
		noClasses().should()
			.callMethod(System.class, "getenv")
			.orShould()
			.callMethod(System.class, "getenv", String.class)
			.because("variables come through Spring's environment, which a test can replace")
			.check(CLASSES);
	}

	private static Stream<Method> beanMethods() {
		return CLASSES.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Bean.class)
					&& method.getRawReturnType().getPackageName().startsWith(ROOT))
			.map(JavaMethod::reflect);
	}

	private static @Nullable Class<?> wanted(Parameter parameter) {
		return ResolvableType.forType(parameter.getParameterizedType())
			.as(ObjectProvider.class)
			.getGeneric()
			.resolve(parameter.getType());
	}

}
