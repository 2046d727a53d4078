# AnKhai. `make run` starts it, `make test` checks it; both install what is missing.
# One set of build flags everywhere: mixing them pays minutes of cgo again.
SHELL    := /bin/bash
.SHELLFLAGS := -o pipefail -c
GO       ?= go
CONSOLE  := CGO_ENABLED=0
TAGS     := migrated_fynedo
TESTTAGS := ci,test,$(TAGS)
WINTAGS  := x11,gles,$(TAGS)
OUT      ?= ra

MINGW    := gcc-mingw-w64-x86-64
WINEPKGS := wine64 $(MINGW) xvfb libgl1-mesa-dri
RUNPKGS  := gcc libc6-dev libgl1-mesa-dev xorg-dev libgl1-mesa-dri
TESTPKGS := xmlsec1 libxml2-utils poppler-utils qpdf openssl softhsm2 opensc gcc libc6-dev openjdk-17-jdk-headless nodejs xvfb xauth xdotool imagemagick python3-openpyxl chromium

PEERS    := signing/xmlsig/testdata/peers
NPM      := app/gateway/sandbox/testdata/npm

.PHONY: run test soak wine hold fuzz bench lint generate build console window windows demo journey need-go need-run need-test

run: need-go
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(MAKE) --no-print-directory need-run window && mkdir -p $(OUT) && ./ankhai -sample -data $(OUT)/kho; \
	else \
		echo "Máy không có màn hình: chạy thử việc chính trên dòng lệnh và chụp các màn hình vào $(OUT)/."; \
		$(MAKE) --no-print-directory demo; \
	fi

demo: console
	./bhxh demo --out $(OUT)
	@echo "Chụp các màn hình …"
	@$(CONSOLE) $(GO) build -tags $(TESTTAGS) -o $(OUT)/.hinh . && $(OUT)/.hinh -data $(OUT)/kho -shot $(OUT)/hinh && rm -f $(OUT)/.hinh
	@ls -1 $(OUT)/hinh

build: console window

console: need-go
	$(CONSOLE) $(GO) build -tags $(TAGS) -o bhxh ./app/cli/bhxh

window: need-run
	CGO_ENABLED=1 $(GO) build -tags $(WINTAGS) -o ankhai .

# The folder for Windows, made here. MESA names a folder with Mesa's opengl32.dll and
# its licence (docs/cai-dat-windows.md); without it the folder has no sw.
WINDIR = $(OUT)/windows
windows: need-go
	@$(call install,$(MINGW))
	CC=x86_64-w64-mingw32-gcc CGO_ENABLED=1 GOOS=windows GOARCH=amd64 $(GO) build -tags $(TAGS) -ldflags "-s -w -H=windowsgui" -o $(WINDIR)/ankhai.exe .
	$(CONSOLE) GOOS=windows GOARCH=amd64 $(GO) build -tags $(TAGS) -ldflags "-s -w" -o $(WINDIR)/bhxh.exe ./app/cli/bhxh
	@if [ -n "$(MESA)" ]; then mkdir -p $(WINDIR)/sw && cp $(MESA)/*.dll $(MESA)/*LICENSE* $(WINDIR)/sw/ && cp $(WINDIR)/ankhai.exe $(WINDIR)/sw/; \
	else echo "Không có MESA=THƯ_MỤC: $(WINDIR) không có thư mục sw, máy không có OpenGL chỉ dùng được bhxh.exe."; fi

# Begun first, so that no processor waits for the last of them.
LONGEST := ./storage ./app/office ./app/cli

# What was cut, killed and spoilt is counted in the end. FYNE_CACHE: on a busy machine
# more than Fyne's minute lies between two pictures, and what is not drawn again is lost.
test: need-go need-test lint
	@counts=$$(mktemp); trap 'rm -f $$counts' EXIT; \
	ANKHAI_COUNTS=$$counts FYNE_CACHE=1h $(CONSOLE) $(GO) test -tags $(TESTTAGS) -timeout 30m $(LONGEST) ./... || exit 1; cat $$counts
	$(MAKE) --no-print-directory fuzz journey

# The same cuts and kills ten times over: an hour or more.
soak: need-go need-test
	@counts=$$(mktemp); trap 'rm -f $$counts' EXIT; export ANKHAI_SOAK=1 ANKHAI_KILLS=1000 ANKHAI_COUNTS=$$counts; \
	$(CONSOLE) $(GO) test -tags $(TESTTAGS) -count=1 -timeout 6h -run 'Power|Disk|Tamper|Kill' ./storage && \
	$(CONSOLE) $(GO) test -tags $(TESTTAGS) -count=1 -timeout 6h -run 'KillsWith|EveryPoint|FaultsSteps' ./app/office || exit 1; cat $$counts

# The Windows parts that run under Wine. The first time OpenGL is compiled for
# Windows: ten minutes.
wine: need-go
	@$(call install,$(WINEPKGS))
	ANKHAI_WINE=1 $(CONSOLE) $(GO) test -tags $(TESTTAGS) -count=1 -timeout 40m -run UnderWine ./signing/pkcs11 ./signing/wincert ./app/ui/start ./app/ui/ime

# Every fuzz target for a few seconds; FUZZ=10m for a night.
FUZZ ?= 3s
fuzz: need-go
	@GO='$(GO)' TESTTAGS='$(TESTTAGS)' .ci/fuzz $(FUZZ)

# The built window under a virtual display, as a person uses it.
journey: need-run need-test
	ANKHAI_JOURNEY=1 CGO_ENABLED=1 $(GO) test -tags $(WINTAGS) -run TestJourney -count=1 -timeout 15m .

# How long each step keeps the window from answering, with 10,000 people, and a key in
# the search with 50,000: minutes.
hold: need-go
	ANKHAI_HOLD=10000 $(CONSOLE) $(GO) test -tags $(TESTTAGS) -count=1 -v -timeout 60m -p 1 -run 'NothingHolds|IsInstant' ./app/ui ./app/ui/nguoilaodong

lint: need-go
	@bad=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$bad" ]; then echo "gofmt:"; echo "$$bad"; exit 1; fi
	$(CONSOLE) $(GO) vet -tags $(TESTTAGS) ./...
	$(CONSOLE) $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.7.0 -tags $(TESTTAGS) ./...
	$(CONSOLE) GOOS=windows GOARCH=amd64 $(GO) build -tags $(TAGS) -o /dev/null ./app/cli/bhxh

bench: need-go
	$(CONSOLE) $(GO) test -tags $(TESTTAGS) -run '^$$' -bench . -benchmem ./...

# Golden files, spec sheets and the sample workbooks, made again.
generate: need-go
	$(CONSOLE) $(GO) run -tags $(TAGS) ./forms/sheet/mausample -out assets/sample
	$(CONSOLE) $(GO) test -tags $(TESTTAGS) $$(grep -rl --include='*_test.go' 'flag.Bool("update"\|formtest' forms | xargs -n1 dirname | sort -u | sed 's|^|./|') -update
	ANKHAI_UPDATE=1 $(CONSOLE) $(GO) test -tags $(TESTTAGS) ./forms/law

need-go:
	@command -v $(GO) >/dev/null || { echo "Cần Go $$(sed -n 's/^go //p' go.mod) trở lên: tải ở go.dev/dl rồi chạy lại."; exit 1; }

need-run:
	@$(call install,$(RUNPKGS))

need-test:
	@$(call install,$(TESTPKGS))
	@if ! command -v npm >/dev/null; then $(call install,npm); fi
	@[ -d $(PEERS)/node_modules/xadesjs ] || npm ci --silent --prefix $(PEERS)
	@[ -d $(NPM)/node_modules/puppeteer-core ] || npm ci --silent --prefix $(NPM)

# install installs the Debian packages that are missing, says which, and does
# nothing when none is. On other systems it only names them.
define install
if command -v dpkg-query >/dev/null; then \
	miss=""; for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || miss="$$miss $$p"; done; \
	if [ -n "$$miss" ]; then \
		echo "Cài thêm:$$miss"; \
		sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q --no-install-recommends $$miss >/dev/null || { echo "Không cài được:$$miss. Cài tay rồi chạy lại."; exit 1; }; \
	fi; \
elif [ "$$(uname)" != Darwin ]; then echo "Hệ điều hành khác Debian: cần có sẵn $(1)."; fi
endef
