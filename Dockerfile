# syntax=docker/dockerfile:1
# SPDX-License-Identifier: Apache-2.0
#
# A sample service: no shell, no package manager, not root, nothing written but to /tmp. After ./mvnw -q package -DskipTests:
#   docker build --build-arg SERVICE=gateway -t api-gateway .
# Base images are named by tag here, because digests differ by registry and mirror: your build pins what it has checked.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=gcr.io/distroless/base-nossl-debian13:nonroot

FROM ${BUILD_IMAGE} AS build
ARG SERVICE
WORKDIR /application
# A runtime of the modules that Spring Boot, Tomcat, Hibernate and the library use, with the archive that the cache below builds on
RUN jlink --add-modules java.se,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
      --strip-debug --no-header-files --no-man-pages --generate-cds-archive --output /opt/java
COPY sample-${SERVICE}/target/sample-${SERVICE}.jar /tmp/application.jar
RUN java -Djarmode=tools -jar /tmp/application.jar extract --layers --destination /layers --application-filename application.jar \
 && cp -a /layers/dependencies/. /layers/snapshot-dependencies/. /layers/application/. .
# One start and stop: classes come loaded and linked (AOT cache, JEP 483 and 514)
RUN /opt/java/bin/java -XX:AOTCacheOutput=application.aot -Dspring.context.exit=onRefresh -jar application.jar >/dev/null \
 && /opt/java/bin/java -XX:AOTCache=application.aot -XX:AOTMode=on -Dspring.context.exit=onRefresh -jar application.jar >/dev/null

FROM ${RUN_IMAGE}
# What changes least comes first
COPY --from=build /opt/java /opt/java
COPY --from=build /layers/dependencies /application
COPY --from=build /layers/snapshot-dependencies /application
COPY --from=build /layers/application /application
COPY --from=build /application/application.aot /application/
WORKDIR /application
# Fargate mounts its volume over it with these rights
VOLUME /tmp
ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=application.aot", "-XX:MaxRAMPercentage=70", "-jar", "application.jar"]
