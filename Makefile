# Dateline. `make` lists the targets; each can be run again at any time.

SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib
PROGRAM := .build/release/dateline
ARCHIVE ?= demo/archive.sqlite
PORT ?= 8642
SERVE ?= 1
PARAMETERS ?=

.PHONY: help packages build model gazetteer demo test unit browser goldens format lint quality bench docs ci clean

help:
	@echo 'make demo      install what is missing, build, add the sample reports, serve the reader'
	@echo '               (SERVE=0 stops before serving; PORT=8642)'
	@echo 'make test      all tests, in a browser too'
	@echo 'make build     the program, in release mode: $(PROGRAM)'
	@echo 'make model     the language model, by version and checksum'
	@echo 'make gazetteer places of the world, by version and checksum'
	@echo 'make goldens   write the golden files again; read the difference before you commit it'
	@echo 'make format    format the sources'
	@echo 'make lint      check format, imports and documents'
	@echo 'make quality   measure on the development data, where it is there, against floors.json'
	@echo 'make bench     measure speed'
	@echo 'make docs      write the generated documents again'
	@echo 'make ci        what CI runs'

packages:
	@Scripts/install-packages

build: packages
	$(RELEASE) --product dateline

model: build
	@Scripts/install-model

gazetteer: build
	@Scripts/install-gazetteer

demo: build model gazetteer
	@mkdir -p $(dir $(ARCHIVE))
	$(PROGRAM) add --archive $(ARCHIVE) Samples
	$(PROGRAM) search --archive $(ARCHIVE) ferry
	$(PROGRAM) agenda --archive $(ARCHIVE)
ifneq ($(SERVE),0)
	$(PROGRAM) serve --archive $(ARCHIVE) --port $(PORT)
endif

test:
	@Scripts/install-packages --tests
	$(RELEASE) --product dateline
	@Scripts/install-model
	@Scripts/install-gazetteer
	$(SWIFT) test
	Scripts/browser-tests $(PROGRAM)
	Scripts/calendar-tests $(PROGRAM)

goldens:
	DATELINE_GOLDENS=write $(SWIFT) test --filter Golden

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	@Scripts/check-imports
	@Scripts/check-documents

quality: build model gazetteer
	@Scripts/quality $(PROGRAM) $(PARAMETERS)

bench: build model gazetteer
	@Scripts/bench $(PROGRAM)
	@Scripts/bench-parse $(PROGRAM)

docs: build
	$(PROGRAM) help --format markdown > docs/commands.md

ci: lint test quality

clean:
	rm -rf .build demo .venv
