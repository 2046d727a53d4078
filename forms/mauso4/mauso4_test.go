package mauso4

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, N188) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, N188) }

func TestProperties(t *testing.T) { formtest.Properties(t, N188) }
