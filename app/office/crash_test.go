package office

import "context"

func playScene(context.Context, []string) error { return nil }
