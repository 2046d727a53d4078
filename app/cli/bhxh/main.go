// Command bhxh is AnKhai on the command line: the same use cases as the window,
// for scripts and for machines without a display. See package ankhai/app/cli.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"time"

	"ankhai/app/cli"
	"ankhai/app/office"
	_ "ankhai/forms/all"
	"ankhai/signing/pkcs11"
)

func main() {
	pkcs11.Serve(os.Args)
	log.SetOutput(io.Discard) // libraries speak English to it; what matters comes back as an error
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(cli.Main(ctx, cli.World{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, ConfigDir: os.UserConfigDir, Keyring: office.OSKeyring(),
	}))
}
