# Plain Maven underneath: every target can be typed by hand.
MAVEN ?= mvn
QUIET := $(MAVEN) -q -B -ntp
# Maven's own narration is turned off, Surefire's lines per test class stay.
TESTS := $(MAVEN) -B -ntp -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
	-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info
ROUTES ?= routes
KILLS ?= 1000
DB ?= h2
SEED ?= 1
HUGE ?= 50000
EACH ?= 100
# After all tests: no step of a route may be left that no test has run.
COVERAGE := -Dexec.classpathScope=test -Dexec.mainClass=no.kravbro.bundle.RouteCoverageCheck

.DEFAULT_GOAL := help
.PHONY: help run test verify mutants check bench night latency jar sbom chaos bundle pictures docs agency pages

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Start the product with the sandbox inside: http://localhost:8080
	@echo "Building first; the first time this takes some minutes."
	@$(QUIET) spring-boot:test-run \
		-Dspring-boot.run.main-class=no.kravbro.sandbox.SandboxApplication -Dspring-boot.run.profiles=sandbox \
		-Dspring-boot.run.jvmArguments=-XX:ReservedCodeCacheSize=256m

test: ## Run every test
	@rm -rf target/route-coverage
	@$(TESTS) test exec:java $(COVERAGE)

verify: ## Run every test with many more generated cases, and build the jar
	@rm -rf target/route-coverage
	@$(TESTS) verify exec:java $(COVERAGE) -Plong

mutants: ## Change claim, money and delivery in small ways, one at a time, and see that a test notices each; takes long
	@$(MAVEN) -B -ntp -Pmutants test-compile org.pitest:pitest-maven:mutationCoverage@claim \
		org.pitest:pitest-maven:mutationCoverage@money org.pitest:pitest-maven:mutationCoverage@delivery \
		exec:java -Dexec.classpathScope=test -Dexec.mainClass=no.kravbro.mutants.MutantsReport \
		-Dexec.args="target/mutants src/docs/reliability.md"

check: ## Check format, warnings and routes in under a minute
	@$(TESTS) spotless:check test-compile surefire:test exec:java -Dgroups=check \
		-Dexec.mainClass=no.kravbro.bundle.Check -Dexec.args="$(ROUTES)"

# What is measured, lists with commas: make bench UNITS=10000,100000 PAIRS=7 DATABASES=h2 DELAYS=20; QUOTA=3: three minutes
# each with and without a reset header against a token of 600 calls a minute.
BENCH := -Dbench.units=$(UNITS) -Dbench.pairs=$(PAIRS) -Dbench.databases=$(DATABASES) -Dbench.delays=$(DELAYS) \
	-Dbench.quota=$(QUOTA)

bench: ## Measure against a hand-written loop and plain routes; results in target/bench
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx1g -Dlogback.configurationFile=quiet-logback.xml $(BENCH) -classpath %classpath no.kravbro.bench.Bench"

night: ## Measure the nightly sync of many small creditors: make night CREDITORS=1000 CLAIMS=20
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx1g -Dlogback.configurationFile=quiet-logback.xml -classpath %classpath no.kravbro.bench.NightBench target/bench $(or $(CREDITORS),1000) $(or $(CLAIMS),20)"
pages: ## Measure each page's first byte with much in the database: make pages DB=h2 (or postgres) LETTERS=100000 ROWS=1000000
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx2g -Dlogging.level.root=error -classpath %classpath no.kravbro.console.PageBench target/bench $(DB) $(or $(LETTERS),100000) $(or $(ROWS),1000000) $(or $(LOOKS),40)"

latency: ## Measure how long one creditor waits beside others in trouble: make latency HUGE=50000 EACH=100 PAIRS=3
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx3g -Dlogback.configurationFile=quiet-logback.xml -classpath %classpath no.kravbro.flows.LatencyBench target/bench $(HUGE) $(EACH) $(or $(PAIRS),3)"

jar: sbom ## Build target/kravbro.jar, and target/kravbro with an archive of its classes, which starts fastest
	@$(QUIET) exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Dlogback.configurationFile=quiet-logback.xml -classpath %classpath no.kravbro.sigkill.Training target/kravbro"

sbom: ## Build target/kravbro.jar and the list of all it is made of (CycloneDX), target/kravbro.cdx.json
	@$(QUIET) -Psbom package -DskipTests
	@$(QUIET) exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-classpath %classpath no.kravbro.architecture.BillOfMaterials target/kravbro.jar target/kravbro.cdx.json"

chaos: ## Kill the product again and again; goes on where it stopped: make chaos KILLS=1000 DB=h2 (or postgres) SEED=1
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx1g -Dlogback.configurationFile=quiet-logback.xml -classpath %classpath no.kravbro.sigkill.Chaos target/chaos $(KILLS) $(DB) $(SEED)"

bundle: ## Pack routes/ with a manifest of hashes into target/
	@$(QUIET) compile exec:java -Dexec.mainClass=no.kravbro.bundle.BundleArchive -Dexec.args="$(ROUTES) target"

pictures: ## Take the pictures of all pages anew, into src/docs/pictures
	@$(QUIET) test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="-Xmx1g -Dlogback.configurationFile=quiet-logback.xml -classpath %classpath no.kravbro.console.Pictures src/docs/pictures"

docs: ## Write routes/README.md, the diagrams of the routes and the tables of actions and rights anew
	@$(QUIET) compile exec:java -Dexec.mainClass=no.kravbro.bundle.RouteMap
	@$(QUIET) exec:java -Dexec.mainClass=no.kravbro.agency.ActionTable
	@$(QUIET) exec:java -Dexec.mainClass=no.kravbro.camel.RightsTable

agency: ## Begin one more agency: make agency NAME=acme WIRE=rest (or soap, sftp)
	@$(QUIET) test-compile exec:java -Dexec.classpathScope=test \
		-Dexec.mainClass=no.kravbro.sandbox.NewAgency -Dexec.args="--name=$(NAME) --wire=$(WIRE)"
