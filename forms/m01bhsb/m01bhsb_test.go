package m01bhsb

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, B166) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, B166) }

func TestProperties(t *testing.T) { formtest.Properties(t, B166) }
